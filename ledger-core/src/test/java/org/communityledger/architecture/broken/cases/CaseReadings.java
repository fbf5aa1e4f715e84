package org.communityledger.architecture.broken.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.communityledger.architecture.broken.parties.PartyFact;
import org.communityledger.architecture.broken.places.PlaceReadings;

/** Broken: another context's fact, and the clock. Allowed: an earlier context's readings. */
public record CaseReadings(PartyFact[] facts, PlaceReadings.Kind[] kinds) {
  LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** Part of the readings. */
  public enum Stage { CLOSED }
}
