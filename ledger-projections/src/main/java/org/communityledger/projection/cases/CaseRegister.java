package org.communityledger.projection.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Views;

/**
 * Where each reported case stands. Events taken back are ignored.
 *
 * <p>Its figures, all in {@link Unit#ITEM}:
 * <ul>
 * <li><code>cases.open{kind,place}</code>: cases in which there is still something to do
 * <li><code>cases.closed{kind,outcome}</code>: cases that are closed
 * <li><code>cases.stage{kind,stage}</code>: cases by the stage reached last, a suspension that ran out included
 * <li><code>cases.doneUnverified{kind,place}</code>: cases whose work is said to be done, and was not verified since
 * </ul>
 *
 * <p>Rows are found by {@code place}, {@code owner}, {@code stage} and {@code doer}, the last as a party's tag:
 * {@code org:guodong}.
 */
public final class CaseRegister implements Projection<CaseId, CaseRow> {
  private static final FigureKey OPEN = FigureKey.of("cases.open");
  private static final FigureKey CLOSED = FigureKey.of("cases.closed");
  private static final FigureKey STAGE = FigureKey.of("cases.stage");
  private static final FigureKey DONE_UNVERIFIED = FigureKey.of("cases.doneUnverified");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * The register as a replay left it.
   *
   * @throws IllegalArgumentException if the register was not part of the replay
   */
  public static Cases in(Views views) {
    return new Cases(views.rows(new CaseRegister()));
  }

  @Override
  public String name() {
    return "cases.CaseRegister";
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
  public Class<CaseRow> rowType() {
    return CaseRow.class;
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
  public Optional<CaseRow> apply(CaseId key, Optional<CaseRow> row, Happening happening) {
    if (happening.event() instanceof CaseReported report) {
      return Optional.of(CaseRow.of(report, happening.recorded()));
    }
    return row.map(it -> it.after((CaseEvent) happening.event(), happening.recorded()));
  }

  @Override
  public List<Contribution> figures(CaseId key, CaseRow row) {
    List<Contribution> figures = new ArrayList<>();
    figures.add(one(STAGE.with("kind", row.kind()).with("stage", row.stage())));
    if (row.isOpen()) {
      figures.add(one(OPEN.with("kind", row.kind()).with("place", row.place().value())));
    }
    if (row.isDoneButUnverified()) {
      figures.add(one(DONE_UNVERIFIED.with("kind", row.kind()).with("place", row.place().value())));
    }
    row.outcome().filter(it -> row.stage() == Stage.CLOSED)
        .ifPresent(it -> figures.add(one(CLOSED.with("kind", row.kind()).with("outcome", it))));
    return figures;
  }

  private static Contribution one(FigureKey key) {
    return Contribution.of(key, ONE);
  }

  @Override
  public Map<String, Function<CaseRow, Collection<String>>> indexes() {
    return Map.of(
        "place", row -> List.of(row.place().value()),
        "owner", row -> row.owner().map(OrgId::value).stream().toList(),
        "stage", row -> List.of(row.stage().name()),
        "doer", row -> row.doer().map(it -> it.tag().toString()).stream().toList());
  }
}
