package org.communityledger.projection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.communityledger.kernel.When;

/**
 * Some days in a row.
 *
 * @param from the first
 * @param to the last
 */
public record Period(LocalDate from, LocalDate to) {
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A period cannot end on " + to + ", before it begins on " + from);
    }
  }

  /** The days of a month. */
  public static Period of(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether the date lies in it; empty where it may or may not. */
  public Optional<Boolean> contains(When when) {
    if (when.isSurelyAfter(to) || when.latest().filter(it -> it.isBefore(from)).isPresent()) {
      return Optional.of(false);
    }
    boolean isInside = when.earliest().filter(this::contains).isPresent()
        && when.latest().filter(this::contains).isPresent();
    return isInside ? Optional.of(true) : Optional.empty();
  }
}
