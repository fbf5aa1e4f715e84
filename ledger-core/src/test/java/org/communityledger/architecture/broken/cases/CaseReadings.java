package org.communityledger.architecture.broken.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.communityledger.architecture.broken.parties.PartyFact;
import org.communityledger.architecture.broken.places.Estate;
import org.communityledger.architecture.broken.places.EstateBuilt;
import org.communityledger.architecture.broken.places.PlaceReadings;

/** Broken: other contexts' facts, and the clock. Allowed: an earlier context's readings and what they yield. */
public record CaseReadings(PartyFact[] facts, PlaceReadings.Kind[] kinds, Estate.Size size, EstateBuilt built) {
  LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** Part of the readings. */
  public enum Stage { CLOSED }
}
