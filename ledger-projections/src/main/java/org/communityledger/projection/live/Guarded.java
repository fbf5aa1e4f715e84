package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * A projection that does not stop a replay: a row that fails is parked, and where it fails as a whole, that is
 * remembered. Notes on the way where events stand that are not found through tags. For one replay.
 */
final class Guarded<K, R> implements Projection<K, Guarded.Cell<R>> {
  private final Projection<K, R> projection;
  private final Function<RecordedEvent, String> typeOf;
  private final Map<K, Positions> noted = new HashMap<>();
  private Optional<String> failure = Optional.empty();

  /**
   * A guarded projection.
   *
   * @param typeOf tells the stored name of an event's type
   */
  Guarded(Projection<K, R> projection, Function<RecordedEvent, String> typeOf) {
    this.projection = projection;
    this.typeOf = typeOf;
  }

  /**
   * What a key has.
   *
   * @param row its row
   * @param misfit at what it was parked, if it was
   */
  record Cell<R>(Optional<R> row, Optional<Misfit> misfit) {}

  /**
   * An event that a row could not be told of.
   *
   * @param at the event
   * @param error what went wrong
   * @param waiting the positions of it and all later events of the key; grows
   */
  record Misfit(Happening at, String error, List<Long> waiting) {}

  Projection<K, R> projection() {
    return projection;
  }

  /** The positions of events of each key that are not found through its tag; some may stand twice. */
  Map<K, Positions> noted() {
    return noted;
  }

  /** Why the projection failed as a whole, if it did. */
  Optional<String> failure() {
    return failure;
  }

  @Override
  public Set<K> keys(RecordedEvent recorded) {
    if (failure.isPresent()) {
      return Set.of();
    }
    try {
      Set<K> keys = projection.keys(recorded);
      keys.stream().filter(key -> !KeyEvents.shows(recorded, key))
          .forEach(key -> noted.computeIfAbsent(key, it -> new Positions()).add(recorded.position()));
      return keys;
    } catch (RuntimeException e) {
      failure = Optional.of("stopped at #" + recorded.position() + ", a " + typeOf.apply(recorded) + ": "
          + e.getMessage());
      return Set.of();
    }
  }

  @Override
  public Optional<Cell<R>> apply(K key, Optional<Cell<R>> cell, Happening happening) {
    Optional<Misfit> misfit = cell.flatMap(Cell::misfit);
    if (misfit.isPresent()) {
      misfit.get().waiting().add(happening.recorded().position());
      return cell;
    }
    Optional<R> row = cell.flatMap(Cell::row);
    try {
      Optional<R> next = projection.apply(key, row, happening);
      return next.map(it -> new Cell<>(next, Optional.empty()));
    } catch (RuntimeException e) {
      List<Long> waiting = new ArrayList<>(List.of(happening.recorded().position()));
      return Optional.of(new Cell<>(row, Optional.of(new Misfit(happening, String.valueOf(e.getMessage()), waiting))));
    }
  }

  @Override
  public String name() {
    return projection.name();
  }

  @Override
  public int version() {
    return projection.version();
  }

  @Override
  public Class<K> keyType() {
    return projection.keyType();
  }

  @Override
  @SuppressWarnings("unchecked") // nobody writes cells
  public Class<Cell<R>> rowType() {
    return (Class<Cell<R>>) (Class<?>) Cell.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return projection.reads();
  }

  @Override
  public boolean showsStruckOut() {
    return projection.showsStruckOut();
  }
}
