package org.communityledger.membership;

import java.time.LocalDate;
import java.time.Period;

/**
 * How long one stays somewhere at least, counted on the calendar. One year from 29 February ends on 28 February.
 *
 * @param years whole years, 0 or more
 * @param months further months, 0 or more
 * @param days further days, 0 or more
 */
public record Stay(int years, int months, int days) {
  static final Stay NONE = new Stay(0, 0, 0);

  public Stay {
    if (years < 0 || months < 0 || days < 0) {
      throw new IllegalArgumentException("A stay is not negative, but it has " + years + " years, " + months
          + " months and " + days + " days");
    }
  }

  /** Whole years. */
  public static Stay ofYears(int years) {
    return new Stay(years, 0, 0);
  }

  /** Whole months. */
  public static Stay ofMonths(int months) {
    return new Stay(0, months, 0);
  }

  /** The day on which it is over: the anniversary itself. */
  public LocalDate endFrom(LocalDate first) {
    return first.plus(Period.of(years, months, days));
  }
}
