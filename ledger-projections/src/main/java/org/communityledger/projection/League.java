package org.communityledger.projection;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Ratio;

/**
 * Who does best by some rate. Ranked is only whose whole is large enough and whose rate is in no doubt, so that one case
 * fixed in minutes wins nothing. Those with equal rates share a rank. Immutable.
 *
 * @param places the ranked in order, then the others by name
 * @param minimum the least whole with which one is ranked
 * @param asOf the day for which it is true
 */
public record League(List<Place> places, int minimum, LocalDate asOf) {
  /** The least whole with which one is ranked unless another is named. */
  public static final int MINIMUM = 10;

  private static final Comparator<Place> BY_RANK = Comparator
      .comparing((Place it) -> it.rank().orElse(Integer.MAX_VALUE)).thenComparing(Place::member);

  public League {
    places = List.copyOf(places);
  }

  /** Which rates are best. */
  public enum Order {
    HIGHEST_FIRST, LOWEST_FIRST;

    private boolean isBetter(Ratio one, Ratio other) {
      int compared = BigInteger.valueOf(one.part().lower()).multiply(BigInteger.valueOf(other.whole().lower()))
          .compareTo(BigInteger.valueOf(other.part().lower()).multiply(BigInteger.valueOf(one.whole().lower())));
      return this == HIGHEST_FIRST ? compared > 0 : compared < 0;
    }
  }

  /**
   * Somebody to be ranked.
   *
   * @param name who
   * @param ratio the rate
   */
  public record Member(String name, Ratio ratio) {
    /**
     * A member with a figure.
     *
     * @throws FigureMismatch if the figure is no rate
     */
    static Member of(String name, Figure figure) {
      return switch (figure) {
        case Figure.Rate rate -> new Member(name, rate.ratio());
        case Figure.Count count -> throw new FigureMismatch(count.tally() + " of " + name + " is no rate");
      };
    }

    private boolean isRanked(int minimum) {
      return ratio.part().isExact() && ratio.whole().isExact() && ratio.whole().lower() >= Math.max(1, minimum);
    }
  }

  /**
   * A place.
   *
   * @param rank the rank, 1 for the first; empty if the whole is too small or the rate in doubt
   * @param member who
   * @param ratio the rate
   */
  public record Place(Optional<Integer> rank, String member, Ratio ratio) {}

  /** A league of these members. */
  public static League of(Collection<Member> members, Order order, int minimum, LocalDate asOf) {
    List<Member> ranked = members.stream().filter(it -> it.isRanked(minimum)).toList();
    List<Place> places = new ArrayList<>();
    for (Member each : members) {
      Optional<Integer> rank = ranked.contains(each)
          ? Optional.of(1 + (int) ranked.stream().filter(it -> order.isBetter(it.ratio(), each.ratio())).count())
          : Optional.empty();
      places.add(new Place(rank, each.name(), each.ratio()));
    }
    places.sort(BY_RANK);
    return new League(places, minimum, asOf);
  }
}
