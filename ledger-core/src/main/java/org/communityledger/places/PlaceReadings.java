package org.communityledger.places;

import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
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
}
