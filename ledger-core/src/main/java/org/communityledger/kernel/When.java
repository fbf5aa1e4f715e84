package org.communityledger.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A date exactly as exact as its source: an interval of days, possibly open, possibly with the instant.
 *
 * @param earliest the first day it can have been
 * @param latest the last day it can have been
 * @param instant the instant, where it is known
 * @param asStated the wording of the source, up to 40 characters
 * @param inferred the parts a clerk concluded because the source does not state them
 */
public record When(
    Optional<LocalDate> earliest,
    Optional<LocalDate> latest,
    Optional<Instant> instant,
    Optional<String> asStated,
    Set<Part> inferred) {
  public When {
    if (earliest.isPresent() && latest.isPresent() && latest.get().isBefore(earliest.get())) {
      throw new IllegalArgumentException(
          "The latest day " + latest.get() + " is before the earliest " + earliest.get());
    }
    asStated.ifPresent(it -> Texts.check("asStated", it, 40));
    inferred = inferred.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(inferred));
  }

  /** A part of a date. */
  public enum Part {
    YEAR, MONTH, DAY, TIME
  }

  public static When on(LocalDate day) {
    return during(day, day);
  }

  /** At an instant; the day follows once the ledger's time zone is known, see {@link #inZone}. */
  public static When at(Instant instant) {
    return new When(Optional.empty(), Optional.empty(), Optional.of(instant), Optional.empty(), Set.of());
  }

  public static When during(LocalDate earliest, LocalDate latest) {
    return of(Optional.of(earliest), Optional.of(latest));
  }

  public static When notAfter(LocalDate latest) {
    return of(Optional.empty(), Optional.of(latest));
  }

  public static When inYear(int year) {
    return during(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  public static When unknown() {
    return of(Optional.empty(), Optional.empty());
  }

  private static When of(Optional<LocalDate> earliest, Optional<LocalDate> latest) {
    return new When(earliest, latest, Optional.empty(), Optional.empty(), Set.of());
  }

  /** The same date with the source's wording. */
  public When asStated(String wording) {
    return new When(earliest, latest, instant, Optional.of(wording), inferred);
  }

  /** The same date, with parts marked as concluded. */
  public When inferring(Part... parts) {
    return new When(earliest, latest, instant, asStated, Set.copyOf(List.of(parts)));
  }

  /** The same date; a bare instant is placed on its day in the zone. */
  public When inZone(ZoneId zone) {
    if (instant.isEmpty() || earliest.isPresent() || latest.isPresent()) {
      return this;
    }
    Optional<LocalDate> day = Optional.of(LocalDate.ofInstant(instant.get(), zone));
    return new When(day, day, instant, asStated, inferred);
  }

  /** Whether one day is known for sure. */
  public boolean isOneDay() {
    return earliest.isPresent() && earliest.equals(latest);
  }

  /**
   * Whether this was over before the other can have begun. Two dates that overlap are not comparable: neither is surely
   * before the other. Where both instants are known, they decide.
   */
  public boolean isSurelyBefore(When other) {
    if (instant.isPresent() && other.instant.isPresent()) {
      return instant.get().isBefore(other.instant.get());
    }
    return latest.isPresent() && other.earliest.isPresent() && latest.get().isBefore(other.earliest.get());
  }

  /** Whether this cannot have been on the day or before it. */
  public boolean isSurelyAfter(LocalDate day) {
    return earliest.filter(it -> it.isAfter(day)).isPresent();
  }

  /** The days from this to the other, as an interval. */
  public Span until(When other) {
    return Span.between(this, other);
  }
}
