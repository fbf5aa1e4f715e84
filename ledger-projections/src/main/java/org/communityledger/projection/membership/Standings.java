package org.communityledger.projection.membership;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.StandingId;

/** The rows of a {@link MembershipRegister} and what can be told of several of them. Immutable. */
public final class Standings {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Map<StandingId, StandingRow> rows;

  Standings(Map<StandingId, StandingRow> rows) {
    this.rows = rows;
  }

  /** All standings, in the order in which they began. */
  public Collection<StandingRow> all() {
    return rows.values();
  }

  public Optional<StandingRow> find(StandingId id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** The standings a person has or had, in the order in which they began. */
  public List<StandingRow> of(PersonId person) {
    return rows.values().stream().filter(it -> it.person().equals(person)).toList();
  }

  /**
   * How long people stayed at a stage, half of them no longer and half of them no less; an interval where dates are
   * inexact.
   *
   * @param stays how many stays were over
   * @param least the fewest days, with a half where it lies between two stays
   * @param most the most days; empty if unbounded
   */
  public record MedianStay(int stays, BigDecimal least, Optional<BigDecimal> most) {}

  /**
   * The median of all stays at a stage that are over, in days; empty if there are none.
   *
   * @param stage the code of the stage
   * @param among the standings that count: those on a ladder, in an organisation
   */
  public Optional<MedianStay> medianStay(String stage, Predicate<StandingRow> among) {
    List<Span> days = rows.values().stream().filter(among).flatMap(it -> it.stays().stream())
        .filter(it -> it.stage().equals(stage)).map(StandingRow.StageStay::days).toList();
    if (days.isEmpty()) {
      return Optional.empty();
    }
    List<Long> least = days.stream().map(Span::least).sorted().toList();
    // Whoever stayed without bound stayed longest.
    List<Optional<Long>> most = days.stream().map(Span::most)
        .sorted(Comparator.comparing(it -> it.orElse(Long.MAX_VALUE))).toList();
    Optional<Long> lower = most.get((most.size() - 1) / 2);
    Optional<Long> upper = most.get(most.size() / 2);
    return Optional
        .of(new MedianStay(days.size(), between(least.get((least.size() - 1) / 2), least.get(least.size() / 2)),
            lower.flatMap(one -> upper.map(other -> between(one, other)))));
  }

  private static BigDecimal between(long one, long other) {
    return BigDecimal.valueOf(one).add(BigDecimal.valueOf(other)).divide(TWO).stripTrailingZeros();
  }
}
