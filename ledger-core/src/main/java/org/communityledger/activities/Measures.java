package org.communityledger.activities;

import java.util.Set;
import org.communityledger.kernel.Unit;

/** What is tallied at activities. Any code word can be a measure; these are counted in figures. */
public final class Measures {
  /** How many came, where no names were taken; in persons, person-times or households. */
  public static final String ATTENDANCE = "ATTENDANCE";

  /** How much was handed out, by item; in anything but persons, person-times and households. */
  public static final String MATERIALS = "MATERIALS";

  /** How many were advised; in persons, person-times or households. */
  public static final String CONSULTATIONS = "CONSULTATIONS";

  private static final Set<Unit> OF_PEOPLE = Set.of(Unit.PERSON, Unit.PERSON_TIME, Unit.HOUSEHOLD);

  private Measures() {}

  /** Whether the measure can be counted in the unit. */
  static boolean allow(String measure, Unit unit) {
    return switch (measure) {
      case ATTENDANCE, CONSULTATIONS -> OF_PEOPLE.contains(unit);
      case MATERIALS -> !OF_PEOPLE.contains(unit);
      default -> true;
    };
  }
}
