package org.communityledger.kernel;

import java.util.Collection;
import java.util.Optional;

/**
 * A quantity exactly as exact as its source: an interval of whole numbers, possibly open above, possibly approximate.
 *
 * <p>Doubt is never lost: whatever is put together with an inexact quantity is inexact. Nor is it invented: sums of exact
 * quantities are exact. "About 40" keeps 40 as both bounds, since no source says how far off "about" may be; such a
 * quantity is not exact all the same.
 *
 * @param lower the least it can be, 0 or more
 * @param upper the most it can be; empty if the source sets no bound
 * @param approximate whether the source only says "about"
 * @param unit what is counted
 * @param asStated the wording of the source, up to 40 characters
 */
public record Tally(long lower, Optional<Long> upper, boolean approximate, Unit unit, Optional<String> asStated) {
  public Tally {
    if (lower < 0) {
      throw new IllegalArgumentException("A tally's lower bound is 0 or more, not " + lower);
    }
    if (upper.isPresent() && upper.get() < lower) {
      throw new IllegalArgumentException("A tally's upper bound " + upper.get() + " is below its lower bound " + lower);
    }
    asStated.ifPresent(it -> Texts.check("asStated", it, 40));
  }

  public static Tally exact(long n, Unit unit) {
    return new Tally(n, Optional.of(n), false, unit, Optional.empty());
  }

  /** What the source calls "over" or "more than": the number is certain, and nothing is said of what lies above it. */
  public static Tally atLeast(long n, Unit unit) {
    return new Tally(n, Optional.empty(), false, unit, Optional.empty());
  }

  public static Tally atMost(long n, Unit unit) {
    return between(0, n, unit);
  }

  public static Tally between(long lower, long upper, Unit unit) {
    return new Tally(lower, Optional.of(upper), false, unit, Optional.empty());
  }

  public static Tally about(long n, Unit unit) {
    return new Tally(n, Optional.of(n), true, unit, Optional.empty());
  }

  public static Tally unknown(Unit unit) {
    return atLeast(0, unit);
  }

  /**
   * All quantities added; exactly 0 if there are none.
   *
   * @throws UnitMismatch if one of them counts something else
   * @throws ArithmeticException if a bound leaves the range of {@code long}
   */
  public static Tally sum(Unit unit, Collection<Tally> separate) {
    return separate.stream().reduce(exact(0, unit), Tally::plus);
  }

  /** The same quantity with the source's wording. */
  public Tally asStated(String wording) {
    return new Tally(lower, upper, approximate, unit, Optional.of(wording));
  }

  /** Whether the source leaves no doubt about the number. */
  public boolean isExact() {
    return !approximate && upper.filter(it -> it == lower).isPresent();
  }

  /**
   * The sum of two separate quantities: bounds are added, doubt stays.
   *
   * @throws UnitMismatch if they count different things
   * @throws ArithmeticException if a bound leaves the range of {@code long}
   */
  public Tally plus(Tally other) {
    requireSameUnit(other);
    return new Tally(Math.addExact(lower, other.lower), sumOfUppers(other), approximate || other.approximate, unit,
        Optional.empty());
  }

  /**
   * The size of two groups together that may share members: at least the larger one, at most both added.
   *
   * @throws UnitMismatch if they count different things
   * @throws ArithmeticException if the upper bound leaves the range of {@code long}
   */
  public Tally union(Tally other) {
    requireSameUnit(other);
    return new Tally(Math.max(lower, other.lower), sumOfUppers(other), approximate || other.approximate, unit,
        Optional.empty());
  }

  /**
   * One of the two, nobody knows which: the narrowest quantity that allows for both. Exact only if both are, and the same.
   *
   * @throws UnitMismatch if they count different things
   */
  public Tally hull(Tally other) {
    requireSameUnit(other);
    if (equals(other)) {
      return this;
    }
    Optional<Long> most = upper.flatMap(mine -> other.upper.map(theirs -> Math.max(mine, theirs)));
    return new Tally(Math.min(lower, other.lower), most, approximate || other.approximate, unit, Optional.empty());
  }

  /**
   * Whether one number fits both, going by the bounds as stated. Two quantities either meet, or one {@link #isBelow} the
   * other.
   *
   * @throws UnitMismatch if they count different things
   */
  public boolean meets(Tally other) {
    return !isBelow(other) && !other.isBelow(this);
  }

  /**
   * Whether this ends before the other begins, going by the bounds as stated; "about" widens none.
   *
   * @throws UnitMismatch if they count different things
   */
  public boolean isBelow(Tally other) {
    requireSameUnit(other);
    return upper.filter(it -> it < other.lower).isPresent();
  }

  private Optional<Long> sumOfUppers(Tally other) {
    return upper.flatMap(mine -> other.upper.map(theirs -> Math.addExact(mine, theirs)));
  }

  private void requireSameUnit(Tally other) {
    if (!unit.equals(other.unit)) {
      throw new UnitMismatch(unit, other.unit);
    }
  }

  /** Two quantities of different units cannot be put together. */
  public static final class UnitMismatch extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnitMismatch(Unit one, Unit other) {
      super("Cannot put " + one + " and " + other + " together");
    }
  }
}
