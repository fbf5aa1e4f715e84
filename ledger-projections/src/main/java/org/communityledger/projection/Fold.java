package org.communityledger.projection;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;

/** A projection with the rows it has led to so far. Used by one thread. */
final class Fold<K, R> {
  private final Projection<K, R> projection;
  private final Map<K, R> rows = new LinkedHashMap<>();
  private final Set<Told<K>> told = new HashSet<>();

  Fold(Projection<K, R> projection) {
    this.projection = projection;
  }

  boolean isOf(Projection<?, ?> other) {
    return projection.getClass() == other.getClass() && projection.version() == other.version();
  }

  boolean reads(Class<? extends Event> type) {
    return projection.reads().stream().anyMatch(it -> it.isAssignableFrom(type));
  }

  /**
   * Folds an event into the rows it touches and, right after it, those of its corrections that touch the same row. A
   * correction that moves a fact to another row comes there in its own place.
   *
   * @param corrections all that directly or indirectly correct the event, in order of position
   */
  void tell(Happening happening, List<Happening> corrections) {
    try {
      for (K key : projection.keys(happening.event())) {
        if (told.isEmpty() || !told.contains(new Told<>(key, happening.recorded().id()))) {
          apply(key, happening);
          tellCorrections(key, happening.recorded().id(), corrections);
        }
      }
    } catch (RuntimeException failure) {
      long position = happening.recorded().position();
      throw new ReplayException(position, projection.name() + " v" + projection.version() + " stopped at #" + position
          + ", a " + happening.event().getClass().getSimpleName() + ": " + failure.getMessage(), failure);
    }
  }

  private void tellCorrections(K key, EventId first, List<Happening> corrections) {
    if (corrections.isEmpty()) {
      return;
    }
    Set<EventId> place = new HashSet<>(Set.of(first));
    for (Happening each : corrections) {
      if (each.recorded().corrects().filter(place::contains).isPresent() && reads(each.event().getClass())
          && projection.keys(each.event()).contains(key)) {
        place.add(each.recorded().id());
        told.add(new Told<>(key, each.recorded().id()));
        apply(key, each);
      }
    }
  }

  private void apply(K key, Happening happening) {
    if (happening.isStruckOut() && !projection.showsStruckOut()) {
      return;
    }
    Optional<R> row = projection.apply(key, Optional.ofNullable(rows.get(key)), happening);
    if (row.isPresent()) {
      rows.put(key, row.get());
    } else {
      rows.remove(key);
    }
  }

  Map<K, R> rows() {
    return Collections.unmodifiableMap(rows);
  }

  /** A correction that a row was told of in the place of what it corrects. */
  private record Told<K>(K key, EventId correction) {}
}
