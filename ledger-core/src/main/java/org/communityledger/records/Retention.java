package org.communityledger.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.records.RecordsEvent.HoldLifted;
import org.communityledger.records.RecordsEvent.HoldPlaced;
import org.communityledger.records.RecordsEvent.SubjectErased;

/**
 * How long the personal values of a subject are kept.
 *
 * @param request the event that asked for their erasure, if one did
 * @param erased the position of the event that says it is done
 * @param holds the holds in force with their positions, in the order in which they were placed
 */
record Retention(Optional<Request> request, Optional<Long> erased, Map<HoldId, Long> holds) {
  /** Where an erasure was asked for. */
  record Request(EventId id, long position) {}

  static Reading<Retention> reading(Tag subject) {
    Selection selection = Selection.of(SealedFor.tagOf(subject), Erasure.class, SubjectErased.class, HoldPlaced.class,
        HoldLifted.class);
    return Reading.of(selection, new Retention(Optional.empty(), Optional.empty(), Map.of()), Retention::evolve);
  }

  private static Retention evolve(Retention before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case Erasure it -> new Retention(
          before.request.or(() -> Optional.of(new Request(recorded.id(), recorded.position()))), before.erased,
          before.holds);
      case SubjectErased it -> new Retention(before.request, Optional.of(recorded.position()), before.holds);
      case HoldPlaced it -> before.holding(it.hold(), Optional.of(recorded.position()));
      case HoldLifted it -> before.holding(it.hold(), Optional.empty());
      default -> before;
    };
  }

  private Retention holding(HoldId hold, Optional<Long> since) {
    Map<HoldId, Long> now = new LinkedHashMap<>(holds);
    since.ifPresentOrElse(it -> now.put(hold, it), () -> now.remove(hold));
    return new Retention(request, erased, now);
  }
}
