package org.communityledger.projection;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;

/** A projection with the rows it has led to so far. Used by one thread. */
final class Fold<K, R> {
  private final Projection<K, R> projection;
  private final Optional<LocalDate> day;
  private final Map<K, R> rows = new LinkedHashMap<>();
  private final Map<K, Worlds<R>> worlds = new HashMap<>();
  private final Set<Told<K>> told = new HashSet<>();

  /**
   * A fold without rows yet.
   *
   * @param day the last day of which something is taken; empty for all days
   */
  Fold(Projection<K, R> projection, Optional<LocalDate> day) {
    this.projection = projection;
    this.day = day;
  }

  Projection<K, R> projection() {
    return projection;
  }

  boolean reads(Class<? extends Event> type) {
    return projection.reads().stream().anyMatch(it -> it.isAssignableFrom(type));
  }

  /**
   * Folds an event into the rows it touches and, right after it, those of its corrections that touch the same row. A
   * correction that moves a fact to another row comes there in its own place.
   */
  void tell(Telling telling) {
    Happening happening = telling.happening();
    RecordedEvent recorded = happening.recorded();
    try {
      for (K key : projection.keys(recorded)) {
        if (recorded.corrects().isEmpty() || !told.contains(new Told<>(key, recorded.id()))) {
          apply(key, happening);
          tellCorrections(key, recorded.id(), telling.corrections());
        }
      }
    } catch (RuntimeException failure) {
      long position = recorded.position();
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
          && projection.keys(each.recorded()).contains(key)) {
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
    switch (Certainty.of(happening, day)) {
      case SURE -> applySure(key, happening);
      case POSSIBLE -> applyPossible(key, happening);
      case IMPOSSIBLE -> {
      }
    }
  }

  private void applySure(K key, Happening happening) {
    Worlds<R> several = worlds.isEmpty() ? null : worlds.get(key);
    if (several == null) {
      // Found once, though it is read and written.
      rows.compute(key, (same, row) -> projection.apply(key, Optional.ofNullable(row), happening).orElse(null));
    } else {
      several.all(it -> projection.apply(key, it, happening));
      several.sure().ifPresentOrElse(row -> rows.put(key, row), () -> rows.remove(key));
    }
  }

  private void applyPossible(K key, Happening happening) {
    worlds.computeIfAbsent(key, it -> new Worlds<>(row(it))).fork(it -> projection.apply(key, it, happening));
  }

  private Optional<R> row(K key) {
    return Optional.ofNullable(rows.get(key));
  }

  /** The rows that hold what is sure. */
  Map<K, R> rows() {
    return Collections.unmodifiableMap(rows);
  }

  /** The keys about which not all is sure. */
  Map<K, Worlds<R>> worlds() {
    return worlds;
  }

  /** A correction that a row was told of in the place of what it corrects. */
  private record Told<K>(K key, EventId correction) {}
}
