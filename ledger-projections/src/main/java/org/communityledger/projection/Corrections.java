package org.communityledger.projection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<EventId> concerned = new HashSet<>();

  /** Picks the retractions and corrections out of the events. */
  Corrections(Collection<RecordedEvent> events) {
    events.stream().filter(Corrections::isOne).distinct().sorted(BY_POSITION).forEach(each -> {
      known.put(each.id(), each);
      if (each.event() instanceof Retraction retraction) {
        retractions.putIfAbsent(retraction.retracted(), each);
      }
      each.corrects().ifPresent(it -> corrections.computeIfAbsent(it, id -> new ArrayList<>()).add(each));
    });
    concerned.addAll(retractions.keySet());
    concerned.addAll(corrections.keySet());
  }

  static boolean isOne(RecordedEvent event) {
    return event.corrects().isPresent() || event.event() instanceof Retraction;
  }

  /** The retraction or correction with the id, if it is known. */
  Optional<RecordedEvent> find(EventId id) {
    return Optional.ofNullable(known.get(id));
  }

  /**
   * What folds are to be told of an event.
   *
   * @param zone the time zone in which days of recording begin and end
   * @param kept the same event for rows that keep it
   */
  Telling telling(RecordedEvent event, ZoneId zone, KeptEvent kept) {
    LocalDate recordedOn = LocalDate.ofInstant(event.recordedAt(), zone);
    // Asked of each entry, while all but a few are neither corrected nor taken back.
    if (!concerned.contains(event.id())) {
      return new Telling(new Happening(event, recordedOn, Optional.empty(), kept), List.of());
    }
    return new Telling(new Happening(event, recordedOn, retractionOf(event), kept),
        of(event).stream().map(it -> happening(it, zone)).toList());
  }

  private Happening happening(RecordedEvent correction, ZoneId zone) {
    return new Happening(correction, LocalDate.ofInstant(correction.recordedAt(), zone), retractionOf(correction));
  }

  private Optional<RecordedEvent> retractionOf(RecordedEvent event) {
    return Optional.ofNullable(retractions.get(event.id()));
  }

  /** All that corrects the event or a correction of it, in order of position. */
  private List<RecordedEvent> of(RecordedEvent event) {
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
