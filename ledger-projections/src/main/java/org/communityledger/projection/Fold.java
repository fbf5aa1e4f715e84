package org.communityledger.projection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.communityledger.kernel.Event;

/** A projection with the rows it has led to so far. Used by one thread. */
final class Fold<K, R> {
  private final Projection<K, R> projection;
  private final Map<K, R> rows = new LinkedHashMap<>();

  Fold(Projection<K, R> projection) {
    this.projection = projection;
  }

  boolean isOf(Projection<?, ?> other) {
    return projection.getClass() == other.getClass() && projection.version() == other.version();
  }

  boolean reads(Class<? extends Event> type) {
    return projection.reads().stream().anyMatch(it -> it.isAssignableFrom(type));
  }

  void apply(Happening happening) {
    if (happening.isStruckOut() && !projection.showsStruckOut()) {
      return;
    }
    try {
      for (K key : projection.keys(happening.event())) {
        Optional<R> row = projection.apply(key, Optional.ofNullable(rows.get(key)), happening);
        if (row.isPresent()) {
          rows.put(key, row.get());
        } else {
          rows.remove(key);
        }
      }
    } catch (RuntimeException failure) {
      long position = happening.recorded().position();
      throw new ReplayException(position, projection.name() + " v" + projection.version() + " stopped at #" + position
          + ", a " + happening.event().getClass().getSimpleName() + ": " + failure.getMessage(), failure);
    }
  }

  Map<K, R> rows() {
    return Collections.unmodifiableMap(rows);
  }
}
