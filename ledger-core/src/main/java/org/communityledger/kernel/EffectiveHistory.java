package org.communityledger.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recorded events as they count once corrections are taken into account: what was retracted is gone, and a correction
 * stands where the event it corrects stood. Pure; made for events of one selection, in order of position.
 */
public final class EffectiveHistory {
  private EffectiveHistory() {}

  /** The events that count, in the order in which they count. Retractions themselves are left out. */
  public static List<RecordedEvent> of(List<RecordedEvent> recorded) {
    if (recorded.stream().noneMatch(it -> it.event() instanceof Retraction || it.corrects().isPresent())) {
      return recorded;
    }
    Set<EventId> retracted = retractedIn(recorded);
    Map<EventId, Long> slots = slotsOf(recorded);
    List<RecordedEvent> effective = new ArrayList<>(recorded);
    // What was asked to be forgotten is gone, whatever came in without rules: an erasure stays.
    effective.removeIf(it -> it.event() instanceof Retraction
        || (retracted.contains(it.id()) && !(it.event() instanceof Erasure)));
    effective.sort(Comparator.comparingLong((RecordedEvent it) -> slots.getOrDefault(it.id(), it.position()))
        .thenComparingLong(RecordedEvent::position));
    return effective;
  }

  /** The ids of all events that a retraction among these takes back. */
  public static Set<EventId> retractedIn(List<RecordedEvent> recorded) {
    Set<EventId> retracted = new HashSet<>();
    for (RecordedEvent each : recorded) {
      if (each.event() instanceof Retraction retraction) {
        retracted.add(retraction.retracted());
      }
    }
    return retracted;
  }

  private static Map<EventId, Long> slotsOf(List<RecordedEvent> recorded) {
    Map<EventId, Long> slots = new HashMap<>();
    for (RecordedEvent each : recorded) {
      Long inherited = each.corrects().map(slots::get).orElse(null);
      slots.put(each.id(), inherited == null ? each.position() : inherited);
    }
    return slots;
  }
}
