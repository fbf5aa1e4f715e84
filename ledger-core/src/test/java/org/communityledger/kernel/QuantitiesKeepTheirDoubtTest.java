package org.communityledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Tally.UnitMismatch;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuantitiesKeepTheirDoubtTest {
  private static final Tally FORTY = Tally.exact(40, Unit.PERSON);

  @Test
  void each_wording_of_a_source_has_its_bounds() {
    assertThat(Tally.exact(7, Unit.LIFT)).isEqualTo(tally(7, Optional.of(7L), false));
    assertThat(Tally.atLeast(7, Unit.LIFT)).isEqualTo(tally(7, Optional.empty(), false));
    assertThat(Tally.atMost(7, Unit.LIFT)).isEqualTo(tally(0, Optional.of(7L), false));
    assertThat(Tally.between(7, 9, Unit.LIFT)).isEqualTo(tally(7, Optional.of(9L), false));
    assertThat(Tally.about(7, Unit.LIFT)).isEqualTo(tally(7, Optional.of(7L), true));
    assertThat(Tally.unknown(Unit.LIFT)).isEqualTo(tally(0, Optional.empty(), false));
  }

  @Test
  void only_a_number_without_any_doubt_is_exact() {
    assertThat(FORTY.isExact()).isTrue();
    assertThat(FORTY.asStated("40人").isExact()).isTrue();
    assertThat(Tally.between(40, 40, Unit.PERSON).isExact()).isTrue();

    assertThat(Tally.about(40, Unit.PERSON).isExact()).isFalse();
    assertThat(Tally.atLeast(40, Unit.PERSON).isExact()).isFalse();
    assertThat(Tally.atMost(40, Unit.PERSON).isExact()).isFalse();
    assertThat(Tally.unknown(Unit.PERSON).isExact()).isFalse();
  }

  @Test
  void about_forty_and_forty_are_about_eighty() {
    assertThat(FORTY.plus(Tally.about(40, Unit.PERSON))).isEqualTo(Tally.about(80, Unit.PERSON));
  }

  @Test
  void more_than_200_and_40_are_at_least_240_whatever_the_wording_was() {
    Tally moreThan200 = Tally.atLeast(200, Unit.PERSON).asStated("200余人");

    assertThat(moreThan200.asStated()).contains("200余人");
    assertThat(moreThan200.plus(FORTY)).isEqualTo(Tally.atLeast(240, Unit.PERSON));
  }

  @Test
  void groups_that_may_share_members_are_at_least_the_larger_and_at_most_both() {
    assertThat(FORTY.union(Tally.exact(25, Unit.PERSON))).isEqualTo(Tally.between(40, 65, Unit.PERSON));
    assertThat(FORTY.union(Tally.exact(0, Unit.PERSON))).isEqualTo(FORTY);
  }

  @Test
  void one_of_two_quantities_is_at_least_the_smaller_and_at_most_the_larger() {
    assertThat(FORTY.hull(Tally.exact(0, Unit.PERSON))).isEqualTo(Tally.between(0, 40, Unit.PERSON));
    assertThat(FORTY.hull(Tally.atLeast(50, Unit.PERSON))).isEqualTo(Tally.atLeast(40, Unit.PERSON));
    assertThat(FORTY.hull(Tally.about(40, Unit.PERSON))).isEqualTo(Tally.about(40, Unit.PERSON));
    assertThat(FORTY.asStated("40人").hull(FORTY)).isEqualTo(FORTY);
    assertThat(FORTY.asStated("40人").hull(FORTY.asStated("40人"))).isEqualTo(FORTY.asStated("40人"));
  }

  @Test
  void nothing_added_up_is_exactly_nothing() {
    assertThat(Tally.sum(Unit.COPY, List.of())).isEqualTo(Tally.exact(0, Unit.COPY));
  }

  @Test
  void unlike_units_are_never_put_together_or_compared() {
    Tally visits = Tally.exact(40, Unit.PERSON_TIME);

    assertThatThrownBy(() -> FORTY.plus(visits)).isInstanceOf(UnitMismatch.class)
        .hasMessage("Cannot put PERSON and PERSON_TIME together");
    assertThatThrownBy(() -> FORTY.union(visits)).isInstanceOf(UnitMismatch.class);
    assertThatThrownBy(() -> FORTY.hull(visits)).isInstanceOf(UnitMismatch.class);
    assertThatThrownBy(() -> FORTY.meets(visits)).isInstanceOf(UnitMismatch.class);
    assertThatThrownBy(() -> FORTY.isBelow(visits)).isInstanceOf(UnitMismatch.class);
    assertThatThrownBy(() -> Tally.sum(Unit.PERSON, List.of(visits))).isInstanceOf(UnitMismatch.class);
  }

  @Test
  void a_sum_too_large_to_count_is_an_error_and_not_a_small_number() {
    Tally most = Tally.exact(Long.MAX_VALUE, Unit.PERSON);
    Tally one = Tally.exact(1, Unit.PERSON);

    assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.union(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Tally.atLeast(Long.MAX_VALUE, Unit.PERSON).plus(one))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void bounds_that_fit_no_number_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tally.exact(-1, Unit.PERSON))
        .withMessage("A tally's lower bound is 0 or more, not -1");
    assertThatIllegalArgumentException().isThrownBy(() -> Tally.between(9, 7, Unit.PERSON))
        .withMessage("A tally's upper bound 7 is below its lower bound 9");
    assertThatIllegalArgumentException().isThrownBy(() -> FORTY.asStated("四".repeat(41)));
  }

  @Test
  void a_claim_of_more_than_200_meets_a_count_of_230_and_lies_above_one_of_180() {
    Tally claim = Tally.atLeast(200, Unit.COPY);

    assertThat(Tally.exact(230, Unit.COPY).meets(claim)).isTrue();
    assertThat(Tally.exact(180, Unit.COPY).meets(claim)).isFalse();
    assertThat(Tally.exact(180, Unit.COPY).isBelow(claim)).isTrue();
    assertThat(claim.isBelow(Tally.exact(180, Unit.COPY))).isFalse();
  }

  @Test
  void the_order_of_adding_and_of_joining_does_not_matter() {
    Generated.cases(5_000, generated -> {
      Tally a = generated.tally();
      Tally b = generated.tally();
      Tally c = generated.tally();

      assertThat(a.plus(b)).isEqualTo(b.plus(a));
      assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c))).isEqualTo(Tally.sum(Unit.PERSON, List.of(c, a, b)));
      assertThat(a.union(b)).isEqualTo(b.union(a));
      assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
    });
  }

  @Test
  void whatever_the_numbers_really_were_their_sum_lies_within_the_bounds() {
    Generated.cases(5_000, generated -> {
      Tally a = generated.tally();
      Tally b = generated.tally();

      assertWithin(a.plus(b), generated.countIn(a) + generated.countIn(b));
    });
  }

  @Test
  void however_many_members_two_groups_really_share_all_of_them_together_lie_within_the_bounds() {
    Generated.cases(5_000, generated -> {
      Tally a = generated.tally();
      Tally b = generated.tally();
      long inA = generated.countIn(a);
      long inB = generated.countIn(b);
      long inBoth = generated.number(0, Math.min(inA, inB));

      assertWithin(a.union(b), inA + inB - inBoth);
    });
  }

  @Test
  void no_chain_of_sums_and_unions_turns_doubt_into_certainty() {
    Generated.cases(5_000, generated -> {
      List<Tally> parts = new ArrayList<>();
      for (int i = generated.number(1, 10); i > 0; i--) {
        parts.add(smallTally(generated));
      }
      boolean doubt = parts.stream().anyMatch(it -> !it.isExact());

      Tally chained = parts.getFirst();
      for (Tally part : parts.subList(1, parts.size())) {
        chained = generated.oneIn(2) ? chained.plus(part) : part.union(chained);
      }

      assertThat(Tally.sum(Unit.PERSON, parts).isExact()).isEqualTo(!doubt);
      assertThat(doubt && chained.isExact()).as("%s from %s", chained, parts).isFalse();
    });
  }

  @Test
  void two_quantities_meet_exactly_if_one_number_fits_both() {
    Generated.cases(5_000, generated -> {
      Tally a = smallTally(generated);
      Tally b = smallTally(generated);
      boolean common = false;
      for (long n = 0; n <= 100; n++) {
        common |= fits(a, n) && fits(b, n);
      }

      assertThat(a.meets(b)).isEqualTo(common).isEqualTo(b.meets(a));
      assertThat(List.of(a.meets(b), a.isBelow(b), b.isBelow(a))).containsOnlyOnce(true);
    });
  }

  private static Tally tally(long lower, Optional<Long> upper, boolean approximate) {
    return new Tally(lower, upper, approximate, Unit.LIFT, Optional.empty());
  }

  private static Tally smallTally(Generated generated) {
    long lower = generated.number(0L, 50L);
    Optional<Long> upper = generated.oneIn(4) ? Optional.empty() : Optional.of(lower);
    return new Tally(lower, generated.oneIn(4) ? upper.map(it -> it + generated.number(1L, 20L)) : upper,
        generated.oneIn(8), Unit.PERSON, Optional.empty());
  }

  private static boolean fits(Tally tally, long n) {
    return n >= tally.lower() && n <= tally.upper().orElse(Long.MAX_VALUE);
  }

  private static void assertWithin(Tally tally, long n) {
    assertThat(n).isBetween(tally.lower(), tally.upper().orElse(Long.MAX_VALUE));
  }
}
