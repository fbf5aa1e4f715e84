package org.communityledger.projection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/**
 * The sum of what rows contribute to one figure, from which a contribution can be taken out again. A {@link Tally} alone
 * would not do: of an open or approximate sum nobody knows what is left without one of its parts (ADR 0013).
 *
 * <p>In whatever order contributions are put in and taken out, the sum is that of those left in. Immutable.
 *
 * @param amount what is counted; for a rate, its part
 * @param whole for a rate, its whole
 */
public record FigureSum(Amount amount, Optional<Whole> whole) {
  /**
   * A sum of quantities, bound by bound.
   *
   * @param unit what is counted
   * @param lowers the sum of the lower bounds
   * @param uppers the sum of the upper bounds of those that have one
   * @param open how many have no upper bound
   * @param approximate how many are approximate
   * @param contributors how many there are
   * @param groups the lower bounds of groups that may share members with what else is counted, the least first; they are
   *   in no other lower bound
   */
  public record Amount(
      Unit unit,
      BigInteger lowers,
      BigInteger uppers,
      long open,
      long approximate,
      long contributors,
      List<Long> groups) {
    public Amount {
      groups = List.copyOf(groups);
      if (lowers.signum() < 0 || uppers.signum() < 0 || open < 0 || approximate < 0
          || Math.max(Math.max(open, approximate), groups.size()) > contributors) {
        throw new IllegalArgumentException("More was taken out of a sum of " + unit + " than was put in");
      }
      if (contributors == 0 && lowers.signum() + uppers.signum() > 0) {
        throw new IllegalArgumentException("Something else was taken out of a sum of " + unit + " than was put in");
      }
    }

    private static Amount of(Tally tally, boolean mayShare) {
      return new Amount(tally.unit(), mayShare ? BigInteger.ZERO : BigInteger.valueOf(tally.lower()),
          tally.upper().map(BigInteger::valueOf).orElse(BigInteger.ZERO), tally.upper().isPresent() ? 0 : 1,
          tally.approximate() ? 1 : 0, 1, mayShare ? List.of(tally.lower()) : List.of());
    }

    private Amount plus(Amount other) {
      if (!unit.equals(other.unit)) {
        throw new FigureMismatch(unit + " and " + other.unit + " cannot be summed");
      }
      return new Amount(unit, lowers.add(other.lowers), uppers.add(other.uppers), open + other.open,
          approximate + other.approximate, contributors + other.contributors,
          groups.isEmpty() ? other.groups : Stream.concat(groups.stream(), other.groups.stream()).sorted().toList());
    }

    private Amount minus(Amount other) {
      if (!unit.equals(other.unit)) {
        throw new FigureMismatch(other.unit + " cannot be taken out of a sum of " + unit);
      }
      return new Amount(unit, lowers.subtract(other.lowers), uppers.subtract(other.uppers), open - other.open,
          approximate - other.approximate, contributors - other.contributors, without(other.groups));
    }

    private List<Long> without(List<Long> others) {
      List<Long> left = new ArrayList<>(groups);
      for (Long each : others) {
        if (!left.remove(each)) {
          throw new IllegalArgumentException("Another group was taken out of a sum of " + unit + " than was put in");
        }
      }
      return left;
    }

    private Tally tally() {
      Optional<Long> upper = open > 0 ? Optional.empty() : Optional.of(uppers.longValueExact());
      long least = Math.max(lowers.longValueExact(), groups.isEmpty() ? 0 : groups.getLast());
      return new Tally(least, upper, approximate > 0, unit, Optional.empty());
    }
  }

  /**
   * The whole of a rate.
   *
   * @param amount its size
   * @param means what it counts, in words
   */
  public record Whole(Amount amount, String means) {}

  /** The sum of one contribution. */
  public static FigureSum of(Figure figure) {
    return switch (figure) {
      case Figure.Count(Tally tally) -> new FigureSum(Amount.of(tally, false), Optional.empty());
      case Figure.Rate(Ratio(Tally part, Tally all, String means)) ->
        new FigureSum(Amount.of(part, false), Optional.of(new Whole(Amount.of(all, false), means)));
    };
  }

  /** The sum of one contribution, which may be a group. */
  public static FigureSum of(Contribution contribution) {
    return contribution.mayShare() && contribution.figure() instanceof Figure.Count(Tally group)
        ? new FigureSum(Amount.of(group, true), Optional.empty())
        : of(contribution.figure());
  }

  /**
   * The sum with one more contribution.
   *
   * @throws FigureMismatch if the two cannot be summed
   */
  public FigureSum plus(Figure figure) {
    return plus(of(figure));
  }

  /**
   * The sum of all that is in either.
   *
   * @throws FigureMismatch if the two cannot be summed
   */
  public FigureSum plus(FigureSum other) {
    return new FigureSum(amount.plus(other.amount), like(other).map(
        it -> new Whole(it.amount().plus(other.whole.orElseThrow().amount()), it.means())));
  }

  /**
   * The sum without a contribution that was put in.
   *
   * @throws FigureMismatch if it cannot have been put in
   * @throws IllegalArgumentException if, as far as can be told, it was not put in
   */
  public FigureSum minus(Figure figure) {
    return minus(of(figure));
  }

  /**
   * The sum without what is in the other, all of which was put in.
   *
   * @throws FigureMismatch if it cannot have been put in
   * @throws IllegalArgumentException if, as far as can be told, it was not put in
   */
  public FigureSum minus(FigureSum other) {
    return new FigureSum(amount.minus(other.amount), like(other).map(
        it -> new Whole(it.amount().minus(other.whole.orElseThrow().amount()), it.means())));
  }

  /** My whole, if I am a rate; the other must be alike. */
  private Optional<Whole> like(FigureSum other) {
    Optional<String> mine = whole.map(Whole::means);
    Optional<String> theirs = other.whole.map(Whole::means);
    if (!mine.equals(theirs)) {
      throw new FigureMismatch(kind(mine) + " and " + kind(theirs) + " cannot be summed");
    }
    return whole;
  }

  private static String kind(Optional<String> means) {
    return means.map(it -> "a rate of '" + it + "'").orElse("a count");
  }

  /** Whether no contribution is left; then there is no such figure. */
  public boolean isEmpty() {
    return amount.contributors() == 0;
  }

  /**
   * The figure.
   *
   * @throws ArithmeticException if a bound leaves the range of {@code long}
   */
  public Figure figure() {
    Tally part = amount.tally();
    return whole.<Figure>map(it -> new Figure.Rate(new Ratio(part, it.amount().tally(), it.means())))
        .orElseGet(() -> new Figure.Count(part));
  }
}
