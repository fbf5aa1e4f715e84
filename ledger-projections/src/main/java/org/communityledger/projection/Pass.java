package org.communityledger.projection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;

/**
 * Tells folds of events given in order of position, corrections in their places. Used by one thread, save for
 * {@link #telling}.
 */
final class Pass {
  private final ZoneId zone;
  private final Corrections corrections;
  private final Map<String, Fold<?, ?>> folds = new LinkedHashMap<>();
  private final Map<Class<? extends Event>, List<Fold<?, ?>>> readers = new HashMap<>();
  private final List<RecordedEvent> missed = new ArrayList<>();

  Pass(ZoneId zone, Corrections corrections, List<Projection<?, ?>> projections, Optional<LocalDate> day) {
    this.zone = zone;
    this.corrections = corrections;
    for (Projection<?, ?> each : projections) {
      if (folds.put(each.name(), new Fold<>(each, day)) != null) {
        throw new IllegalArgumentException("Two projections of one replay are named " + each.name());
      }
    }
  }

  void next(RecordedEvent recorded) {
    next(telling(recorded, KeptEvent.of(recorded)));
  }

  /**
   * What {@link #next} is to be told of an event. Safe for many threads, so that it can be made out where the event was
   * just read.
   *
   * @param kept the same event for rows that keep it
   */
  Telling telling(RecordedEvent recorded, KeptEvent kept) {
    return corrections.telling(recorded, zone, kept);
  }

  /** Tells of the next event. */
  void next(Telling telling) {
    RecordedEvent recorded = telling.recorded();
    if (Corrections.isOne(recorded)) {
      check(recorded);
    }
    for (Fold<?, ?> each : readers(recorded.event().getClass())) {
      each.tell(telling);
    }
  }

  private List<Fold<?, ?>> readers(Class<? extends Event> type) {
    return readers.computeIfAbsent(type, it -> folds.values().stream().filter(fold -> fold.reads(it)).toList());
  }

  /** What was known beforehand came through the log's indexes; only what stands at the position itself is verified. */
  private void check(RecordedEvent recorded) {
    Optional<RecordedEvent> foretold = corrections.find(recorded.id());
    if (foretold.isEmpty()) {
      missed.add(recorded);
    } else if (!foretold.get().equals(recorded)) {
      throw new ReplayException(recorded.position(), "#" + recorded.position() + " reads otherwise than event "
          + recorded.id() + " found through the log's indexes; run verify on this log");
    }
  }

  /** Retractions and corrections that came without having been known beforehand; if there are any, the rows are wrong. */
  List<RecordedEvent> missed() {
    return missed;
  }

  Map<String, Fold<?, ?>> folds() {
    return folds;
  }
}
