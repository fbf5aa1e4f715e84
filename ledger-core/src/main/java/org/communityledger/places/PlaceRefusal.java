package org.communityledger.places;

import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Refusal;

/** Why something about places is not recorded. */
public sealed interface PlaceRefusal extends Refusal {
  /** The id stands for a place already. */
  record AlreadyRegistered(PlaceId place) implements PlaceRefusal {
    @Override
    public String english() {
      return "Place " + place + " is already registered.";
    }

    @Override
    public String chinese() {
      return "地点 " + place + " 已登记。";
    }
  }

  /** A place would lie within itself. */
  record PlaceCycle(PlaceId place, PlaceId parent) implements PlaceRefusal {
    @Override
    public String english() {
      return "Place " + place + " cannot lie within " + parent + ", which lies within it or is the same.";
    }

    @Override
    public String chinese() {
      return "地点 " + place + " 不能位于 " + parent + " 之内：后者是其自身或其下级。";
    }
  }
}
