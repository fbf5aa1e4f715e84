package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Period;
import org.communityledger.projection.PeriodRates;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Reply;
import org.communityledger.projection.View;
import org.communityledger.projection.cases.StageRow.StageTime;

/**
 * How long each case was at each stage, from {@code when} to {@code when}: intervals where dates are inexact. Events taken
 * back are ignored.
 *
 * <p>Its figures:
 * <ul>
 * <li><code>cases.daysAt{kind,stage}</code>, in {@link Unit#DAY}: the days cases were at a stage they have left, suspended
 * days apart
 * <li><code>cases.visitsAt{kind,stage}</code>, in {@link Unit#ITEM}: how often they were there
 * <li><code>cases.effort{kind,unit}</code>, in the unit: what the work is said to have taken
 * </ul>
 *
 * <p>Rows are found by {@code owner} and {@code stage}, the one the case is at.
 */
public final class StageDurations implements Projection<CaseId, StageRow> {
  private static final FigureKey DAYS_AT = FigureKey.of("cases.daysAt");
  private static final FigureKey VISITS_AT = FigureKey.of("cases.visitsAt");
  private static final FigureKey EFFORT = FigureKey.of("cases.effort");
  private static final FigureKey DAYS_TO_FIX = FigureKey.of("cases.daysToFix");

  /**
   * How fast cases are fixed: <code>cases.daysToFix{category,kind,owner}</code>, the {@link StageRow#daysInHand days in hand}
   * of all cases closed as fixed in the period, out of these cases, in {@link Unit#DAY} and {@link Unit#ITEM}.
   *
   * @param asOf the day for which that is true: the day by which the events of the view had happened
   */
  public static PeriodRates fixes(View<CaseId, StageRow> view, Period period, LocalDate asOf) {
    return new PeriodRates(view.ask(row -> fix(row, period)), period, asOf);
  }

  private static Reply fix(StageRow row, Period period) {
    if (row.fixed().isEmpty()) {
      return Reply.none();
    }
    FigureKey key = Owner.in(DAYS_TO_FIX.with("category", row.category()).with("kind", row.kind()), row.owner());
    Ratio ratio = new Ratio(days(row.daysInHand()), Tally.exact(1, Unit.ITEM), "cases-fixed-in-the-period");
    return Reply.when(period.contains(row.fixed().get()), Reply.of(Contribution.of(key, ratio)), Reply.none());
  }

  private static Tally days(Span span) {
    return new Tally(span.least(), span.most(), false, Unit.DAY, Optional.empty());
  }

  @Override
  public String name() {
    return "cases.StageDurations";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<CaseId> keyType() {
    return CaseId.class;
  }

  @Override
  public Class<StageRow> rowType() {
    return StageRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(CaseEvent.class);
  }

  @Override
  public Set<CaseId> keys(RecordedEvent recorded) {
    return Set.of(((CaseEvent) recorded.event()).caseId());
  }

  @Override
  public Optional<StageRow> apply(CaseId key, Optional<StageRow> row, Happening happening) {
    if (happening.event() instanceof CaseReported report) {
      return Optional.of(StageRow.of(report, happening));
    }
    return row.map(it -> it.after(happening));
  }

  @Override
  public List<Contribution> figures(CaseId key, StageRow row) {
    List<Contribution> figures = new ArrayList<>();
    for (StageTime each : row.times()) {
      figures.add(
          Contribution.of(DAYS_AT.with("kind", row.kind()).with("stage", each.stage()), days(each.days())));
      figures.add(Contribution.of(VISITS_AT.with("kind", row.kind()).with("stage", each.stage()),
          Tally.exact(each.visits(), Unit.ITEM)));
    }
    row.efforts().forEach(
        it -> figures.add(Contribution.of(EFFORT.with("kind", row.kind()).with("unit", it.unit().code()), it)));
    return figures;
  }

  @Override
  public Map<String, Function<StageRow, Collection<String>>> indexes() {
    return Map.of(
        "owner", row -> row.owner().map(OrgId::value).stream().toList(),
        "stage", row -> List.of(row.progress().stage().name()));
  }
}
