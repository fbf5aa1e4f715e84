package org.communityledger.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.PlaceId;

/** The cases last accepted: a new one may turn out to be the same matter. Not thread-safe. */
final class Recent {
  private final Map<PlaceId, CaseId> byPlace = new HashMap<>();
  private Optional<CaseId> last = Optional.empty();

  void accepted(PlaceId place, CaseId id) {
    byPlace.put(place, id);
    last = Optional.of(id);
  }

  Optional<CaseId> at(PlaceId place) {
    return Optional.ofNullable(byPlace.get(place));
  }

  Optional<CaseId> last() {
    return last;
  }
}
