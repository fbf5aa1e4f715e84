package org.communityledger.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A duration in whole days, as an interval: inexact dates give inexact durations.
 *
 * @param least the fewest days, 0 or more
 * @param most the most days; empty if unbounded
 */
public record Span(long least, Optional<Long> most) {
  public Span {
    if (least < 0 || most.filter(it -> it < least).isPresent()) {
      throw new IllegalArgumentException("Not a span of days: " + least + " to " + most);
    }
  }

  /**
   * The days from one date to a later one. Where inexact dates would also allow the later to be earlier, the span starts
   * at 0. Where they allow nothing else, they contradict the order and tell nothing: 0 days or more.
   */
  public static Span between(When from, When to) {
    Optional<Long> least = days(from.latest(), to.earliest());
    Optional<Long> most = days(from.earliest(), to.latest());
    return new Span(Math.max(0, least.orElse(0L)), most.filter(it -> it >= 0));
  }

  private static Optional<Long> days(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.flatMap(start -> to.map(end -> ChronoUnit.DAYS.between(start, end)));
  }

  /** Whether the number of days is known for sure. */
  public boolean isExact() {
    return most.filter(it -> it == least).isPresent();
  }
}
