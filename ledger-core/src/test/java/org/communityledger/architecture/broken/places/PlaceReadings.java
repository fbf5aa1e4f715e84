package org.communityledger.architecture.broken.places;

/** Allowed: readings for later contexts. */
public record PlaceReadings(Kind kind) {
  /** Part of the readings. */
  public enum Kind { ESTATE }
}
