package org.communityledger.architecture.broken.places;

import java.util.List;

/** Allowed: readings for later contexts. */
public record PlaceReadings(Kind kind, List<Estate> estates, List<EstateBuilt> facts) {
  /** Part of the readings. */
  public enum Kind { ESTATE }
}
