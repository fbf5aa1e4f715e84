package org.communityledger.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;

/**
 * What is to be known of corrections before the first event is folded: which events were taken back, and what stands in
 * whose place. Holds retractions and corrections only, which are few. Immutable.
 */
final class Corrections {
  private final Map<EventId, RecordedEvent> known = new HashMap<>();
  private final Map<EventId, RecordedEvent> retractions = new HashMap<>();
  private final Map<EventId, List<RecordedEvent>> places = new HashMap<>();

  /** Picks the retractions and corrections out of the events. */
  Corrections(Collection<RecordedEvent> events) {
    Map<EventId, EventId> placeOf = new HashMap<>();
    events.stream().filter(Corrections::isOne).distinct().sorted(Comparator.comparingLong(RecordedEvent::position))
        .forEach(each -> {
          known.put(each.id(), each);
          if (each.event() instanceof Retraction retraction) {
            retractions.putIfAbsent(retraction.retracted(), each);
          }
          each.corrects().ifPresent(corrected -> {
            EventId place = placeOf.getOrDefault(corrected, corrected);
            placeOf.put(each.id(), place);
            places.computeIfAbsent(place, id -> new ArrayList<>()).add(each);
          });
        });
  }

  static boolean isOne(RecordedEvent event) {
    return event.corrects().isPresent() || event.event() instanceof Retraction;
  }

  /** The retraction or correction with the id, if it is known. */
  Optional<RecordedEvent> find(EventId id) {
    return Optional.ofNullable(known.get(id));
  }

  Optional<RecordedEvent> retractionOf(EventId id) {
    return Optional.ofNullable(retractions.get(id));
  }

  /** What stands in the place of the event, itself not a correction, in order of position. */
  List<RecordedEvent> inPlaceOf(EventId id) {
    return places.getOrDefault(id, List.of());
  }

  /** With others that were not known. */
  Corrections and(Collection<RecordedEvent> more) {
    List<RecordedEvent> all = new ArrayList<>(known.values());
    all.addAll(more);
    return new Corrections(all);
  }
}
