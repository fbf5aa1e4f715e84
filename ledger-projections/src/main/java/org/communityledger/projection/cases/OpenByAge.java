package org.communityledger.projection.cases;

import java.time.LocalDate;
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
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Figures;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Reply;
import org.communityledger.projection.View;

/**
 * The open cases and how long ago they were reported. Events taken back are ignored.
 *
 * <p>An age depends on the day on which it is asked for; so it has no figures of its own, but those of {@link #on}.
 *
 * <p>Rows are found by {@code place} and {@code owner}.
 */
public final class OpenByAge implements Projection<CaseId, AgeRow> {
  private static final FigureKey OPEN = FigureKey.of("cases.openByAge");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * The open cases by their age on a day: <code>cases.openByAge{age,kind,owner,place}</code>, in {@link Unit#ITEM}, the age
   * a bucket's name. Where the date of a report leaves the bucket open, the case may be in either, and counts once in their
   * sum.
   *
   * @param day the day: the one by which the events of the view had happened
   */
  public static Figures on(LocalDate day, View<CaseId, AgeRow> view, AgeBuckets buckets) {
    return view.ask(row -> row.age(day).map(age -> new Reply(
        buckets.of(age).stream().map(it -> List.of(Contribution.of(key(row, it), ONE))).toList()))
        .orElse(Reply.none()));
  }

  private static FigureKey key(AgeRow row, String age) {
    return Owner.in(OPEN.with("age", age).with("kind", row.kind()).with("place", row.place().value()), row.owner());
  }

  @Override
  public String name() {
    return "cases.OpenByAge";
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
  public Class<AgeRow> rowType() {
    return AgeRow.class;
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
  public Optional<AgeRow> apply(CaseId key, Optional<AgeRow> row, Happening happening) {
    if (happening.event() instanceof CaseReported report) {
      return Optional.of(AgeRow.of(report, happening));
    }
    return row.map(it -> it.after((CaseEvent) happening.event()));
  }

  @Override
  public Map<String, Function<AgeRow, Collection<String>>> indexes() {
    return Map.of(
        "place", row -> List.of(row.place().value()),
        "owner", row -> row.owner().map(OrgId::value).stream().toList());
  }
}
