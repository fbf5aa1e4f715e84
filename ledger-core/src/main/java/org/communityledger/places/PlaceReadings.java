package org.communityledger.places;

import java.util.List;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.places.PlaceEvent.PlaceRegistered;

/** What places tell other contexts. */
public final class PlaceReadings {
  private PlaceReadings() {}

  /** Whether the place is registered. */
  public static Reading<Existence> registered(PlaceId place) {
    return Existence.of(PlaceRegistered.class, new UnknownPlace(place));
  }

  /** The places above one, the next first; none if it is not registered or is the outermost. */
  public static Reading<List<PlaceId>> above(PlaceId place) {
    return Whereabouts.above(place);
  }
}
