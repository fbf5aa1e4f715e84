package org.communityledger.projection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
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
  private static final Comparator<RecordedEvent> BY_POSITION = Comparator.comparingLong(RecordedEvent::position);

  private final Map<EventId, RecordedEvent> known = new HashMap<>();
  private final Map<EventId, RecordedEvent> retractions = new HashMap<>();
  private final Map<EventId, List<RecordedEvent>> corrections = new HashMap<>();

  /** Picks the retractions and corrections out of the events. */
  Corrections(Collection<RecordedEvent> events) {
    events.stream().filter(Corrections::isOne).distinct().sorted(BY_POSITION).forEach(each -> {
      known.put(each.id(), each);
      if (each.event() instanceof Retraction retraction) {
        retractions.putIfAbsent(retraction.retracted(), each);
      }
      each.corrects().ifPresent(it -> corrections.computeIfAbsent(it, id -> new ArrayList<>()).add(each));
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

  /** All that corrects the event or a correction of it, in order of position. */
  List<RecordedEvent> of(RecordedEvent event) {
    if (!corrections.containsKey(event.id())) {
      return List.of();
    }
    List<RecordedEvent> all = new ArrayList<>();
    Deque<RecordedEvent> open = new ArrayDeque<>(List.of(event));
    while (!open.isEmpty()) {
      RecordedEvent next = open.remove();
      // Only later ones: a correction of what was not yet recorded leads nowhere, least of all in a circle.
      corrections.getOrDefault(next.id(), List.of()).stream().filter(it -> it.position() > next.position())
          .forEach(each -> {
            all.add(each);
            open.add(each);
          });
    }
    all.sort(BY_POSITION);
    return all;
  }

  /** With others that were not known. */
  Corrections and(Collection<RecordedEvent> more) {
    List<RecordedEvent> all = new ArrayList<>(known.values());
    all.addAll(more);
    return new Corrections(all);
  }
}
