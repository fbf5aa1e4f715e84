package org.communityledger.places;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Tag;

/** What a batch brings before the thing in question: each is judged as if those before it were there. Not thread-safe. */
final class Batch {
  private final Set<Id> ids = new HashSet<>();
  private final Map<Tag, Id> takers = new HashMap<>();
  private final Map<Covering, Integer> counts = new HashMap<>();

  private record Covering(FrameId frame, String kind) {}

  boolean holds(Id id) {
    return ids.contains(id);
  }

  /** What took the room with the tag. */
  Optional<Id> taker(Tag room) {
    return Optional.ofNullable(takers.get(room));
  }

  /** How many things of the kind cover the frame. */
  int count(FrameId frame, String kind) {
    return counts.getOrDefault(new Covering(frame, kind), 0);
  }

  void add(Id id, String kind, Optional<Tag> room, Optional<FrameUnit> unit) {
    ids.add(id);
    room.ifPresent(it -> takers.put(it, id));
    unit.ifPresent(it -> counts.merge(new Covering(it.frame(), kind), 1, Integer::sum));
  }
}
