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
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
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
import org.communityledger.projection.cases.ReworkRow.Step;

/**
 * Which cases had to be worked on, closed or assigned again. Each case counts once, however often that was. Events taken
 * back are ignored.
 *
 * <p>Its figures, all in {@link Unit#ITEM}:
 * <ul>
 * <li><code>cases.reworked{kind,owner}</code>: cases of which completed work was rejected, out of those with work completed
 * <li><code>cases.reopened{kind,owner}</code>: cases reopened after a closing, out of those ever closed
 * <li><code>cases.returned{kind,owner}</code>: cases of which an assignment was returned, out of those ever assigned
 * </ul>
 *
 * <p>Rows are found by {@code owner}.
 */
public final class Rework implements Projection<CaseId, ReworkRow> {
  private static final FigureKey REWORKED = FigureKey.of("cases.reworked");
  private static final FigureKey REOPENED = FigureKey.of("cases.reopened");
  private static final FigureKey RETURNED = FigureKey.of("cases.returned");

  /**
   * The same rates of the cases whose work was first completed, which were first closed or first assigned in a period, by
   * category, kind and owner; what was undone counts whenever that was.
   *
   * @param asOf the day for which that is true: the day by which the events of the view had happened
   */
  public static PeriodRates rates(View<CaseId, ReworkRow> view, Period period, LocalDate asOf) {
    return new PeriodRates(view.ask(row -> in(period, row.work(), of(row, REWORKED, row.work(), "cases-completed"))
        .and(in(period, row.closing(), of(row, REOPENED, row.closing(), "cases-closed")))
        .and(in(period, row.assignment(), of(row, RETURNED, row.assignment(), "cases-assigned")))), period, asOf);
  }

  private static Reply in(Period period, Step step, Contribution contribution) {
    return step.first().map(it -> Reply.when(period.contains(it), Reply.of(contribution), Reply.none()))
        .orElse(Reply.none());
  }

  private static Contribution of(ReworkRow row, FigureKey figure, Step step, String means) {
    return ratio(Owner.in(figure.with("category", row.category()).with("kind", row.kind()), row.owner()), step, means);
  }

  private static Contribution ratio(FigureKey key, Step step, String means) {
    return Contribution.of(key,
        new Ratio(Tally.exact(step.wasUndone() ? 1 : 0, Unit.ITEM), Tally.exact(1, Unit.ITEM), means));
  }

  @Override
  public String name() {
    return "cases.Rework";
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
  public Class<ReworkRow> rowType() {
    return ReworkRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(CaseReported.class, CaseAccepted.class, WorkCompleted.class, WorkRejected.class, CaseClosed.class,
        CaseReopened.class, CaseAssigned.class, AssignmentReturned.class);
  }

  @Override
  public Set<CaseId> keys(RecordedEvent recorded) {
    return Set.of(((CaseEvent) recorded.event()).caseId());
  }

  @Override
  public Optional<ReworkRow> apply(CaseId key, Optional<ReworkRow> row, Happening happening) {
    if (happening.event() instanceof CaseReported report) {
      return Optional.of(ReworkRow.of(report));
    }
    return row.map(it -> it.after(happening.event(), happening));
  }

  @Override
  public List<Contribution> figures(CaseId key, ReworkRow row) {
    List<Contribution> figures = new ArrayList<>();
    add(figures, row, REWORKED, row.work(), "cases-completed");
    add(figures, row, REOPENED, row.closing(), "cases-closed");
    add(figures, row, RETURNED, row.assignment(), "cases-assigned");
    return figures;
  }

  private static void add(List<Contribution> figures, ReworkRow row, FigureKey figure, Step step, String means) {
    if (step.first().isPresent()) {
      figures.add(ratio(Owner.in(figure.with("kind", row.kind()), row.owner()), step, means));
    }
  }

  @Override
  public Map<String, Function<ReworkRow, Collection<String>>> indexes() {
    return Map.of("owner", row -> row.owner().map(OrgId::value).stream().toList());
  }
}
