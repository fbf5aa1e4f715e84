package org.communityledger.projection.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * Every entry that was taken back: what it was, what is in its place, by whom, when, and how late.
 *
 * <p>Its figures, in {@link Unit#ITEM}: <code>corrections.retracted{type}</code>, the entries taken back by what sort of
 * fact they were, and those of them in whose place something stands, <code>corrections.replaced{type}</code>. Rows are
 * found by {@code type} and by {@code actor}, the tag of the party that took it back.
 */
public final class Corrections implements Projection<Correction.Key, Correction> {
  private static final FigureKey RETRACTED = FigureKey.of("corrections.retracted");
  private static final FigureKey REPLACED = FigureKey.of("corrections.replaced");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  @Override
  public String name() {
    return "records.Corrections";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<Correction.Key> keyType() {
    return Correction.Key.class;
  }

  @Override
  public Class<Correction> rowType() {
    return Correction.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(Event.class);
  }

  @Override
  public boolean showsStruckOut() {
    return true;
  }

  /** The event's own, in case it is taken back, and that of the event in whose place it stands. */
  @Override
  public Set<Correction.Key> keys(RecordedEvent recorded) {
    Correction.Key own = new Correction.Key(recorded.id());
    return recorded.corrects().map(it -> Set.of(own, new Correction.Key(it))).orElse(Set.of(own));
  }

  @Override
  public Optional<Correction> apply(Correction.Key key, Optional<Correction> row, Happening happening) {
    RecordedEvent recorded = happening.recorded();
    Correction.Entry entry = new Correction.Entry(AuditLine.of(happening), happening.lateness());
    if (recorded.id().equals(key.event())) {
      return happening.retraction()
          .map(it -> new Correction(entry, AuditLine.of(it, Optional.empty()), List.of()));
    }
    return row.map(it -> it.with(entry));
  }

  @Override
  public List<Contribution> figures(Correction.Key key, Correction row) {
    Contribution retracted = Contribution.of(RETRACTED.with("type", row.was().line().type()), ONE);
    return row.isReplaced()
        ? List.of(retracted, Contribution.of(REPLACED.with("type", row.was().line().type()), ONE))
        : List.of(retracted);
  }

  @Override
  public Map<String, Function<Correction, Collection<String>>> indexes() {
    return Map.of(
        "type", row -> List.of(row.was().line().type()),
        "actor", row -> List.of(row.retraction().actor().who().tag().toString()));
  }
}
