package org.communityledger.projection.activities;

import org.communityledger.kernel.Unit;

/** How parties are counted, by what they are: the key of their tag. */
final class Parties {
  private Parties() {}

  /** The unit of different ones. */
  static Unit unitOf(String party) {
    return switch (party) {
      case "person" -> Unit.PERSON;
      case "household" -> Unit.HOUSEHOLD;
      default -> Unit.PIECE;
    };
  }

  /** The unit of the times they came. */
  static Unit timesOf(String party) {
    return party.equals("person") ? Unit.PERSON_TIME : Unit.ITEM;
  }
}
