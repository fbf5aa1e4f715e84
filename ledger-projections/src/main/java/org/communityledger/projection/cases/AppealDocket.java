package org.communityledger.projection.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Views;

/**
 * The appeals, and at which meetings they were heard. Events taken back are ignored.
 *
 * <p>Its figure, in {@link Unit#ITEM}: <code>cases.appeals{place,standing}</code>, appeals by whether they were
 * {@link AppealRow.Standing heard}. How many have waited for more than so many days is asked of {@link Appeals#unheard}.
 *
 * <p>Rows are found by {@code place}, {@code standing} and {@code meeting}.
 */
public final class AppealDocket implements Projection<CaseId, AppealRow> {
  private static final FigureKey APPEALS = FigureKey.of("cases.appeals");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * The docket as a replay left it.
   *
   * @throws IllegalArgumentException if the docket was not part of the replay
   */
  public static Appeals in(Views views) {
    return new Appeals(views.rows(new AppealDocket()).values());
  }

  @Override
  public String name() {
    return "cases.AppealDocket";
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
  public Class<AppealRow> rowType() {
    return AppealRow.class;
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
  public Optional<AppealRow> apply(CaseId key, Optional<AppealRow> row, Happening happening) {
    if (happening.event() instanceof CaseReported report) {
      return report.kind() == CaseKind.APPEAL ? Optional.of(AppealRow.of(report, happening)) : Optional.empty();
    }
    return row.map(it -> it.after((CaseEvent) happening.event(), happening.recorded()));
  }

  @Override
  public List<Contribution> figures(CaseId key, AppealRow row) {
    return List.of(
        Contribution.of(APPEALS.with("place", row.place().value()).with("standing", row.standing()), ONE));
  }

  @Override
  public Map<String, Function<AppealRow, Collection<String>>> indexes() {
    return Map.of(
        "place", row -> List.of(row.place().value()),
        "standing", row -> List.of(row.standing().name()),
        "meeting", row -> row.hearings().stream().map(it -> it.meeting().value()).distinct().toList());
  }
}
