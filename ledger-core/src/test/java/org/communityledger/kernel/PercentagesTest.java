package org.communityledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PercentagesTest {
  private static final Tally TEN = Tally.exact(10, Unit.SHOP);

  @ParameterizedTest
  @CsvSource({
      "911, 972, 93.72", "737, 972, 75.82", "902, 956, 94.35", "9, 16, 56.25", "1, 3, 33.33", "2, 3, 66.67",
      "1, 800, 0.13", "0, 7, 0.00", "7, 7, 100.00", "9, 4, 225.00", "1, 100000, 0.00", "1, 20000, 0.01"})
  void are_rounded_half_up_to_two_places(long part, long whole, BigDecimal percentage) {
    assertThat(ratio(Tally.exact(part, Unit.ITEM), Tally.exact(whole, Unit.ITEM)).percentage()).contains(percentage);
  }

  @Test
  void of_an_inexact_part_or_whole_do_not_exist() {
    assertThat(ratio(Tally.about(5, Unit.SHOP), TEN).percentage()).isEmpty();
    assertThat(ratio(Tally.atLeast(5, Unit.SHOP), TEN).percentage()).isEmpty();
    assertThat(ratio(TEN, Tally.about(10, Unit.SHOP)).percentage()).isEmpty();
    assertThat(ratio(TEN, Tally.unknown(Unit.SHOP)).percentage()).isEmpty();
  }

  @Test
  void of_nothing_do_not_exist() {
    assertThat(ratio(TEN, Tally.exact(0, Unit.SHOP)).percentage()).isEmpty();
  }

  @Test
  void say_what_the_whole_means() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(TEN, TEN, " "))
        .withMessageStartingWith("wholeMeans must have 1 to 100 characters");
  }

  @Test
  void are_never_off_by_more_than_half_a_hundredth() {
    Generated.cases(5_000, generated -> {
      Tally part = generated.tally();
      Tally whole = generated.tally();

      var percentage = ratio(part, whole).percentage();

      assertThat(percentage.isPresent()).isEqualTo(part.isExact() && whole.isExact() && whole.lower() > 0);
      percentage.ifPresent(it -> {
        BigDecimal wholeTimesPercentage = it.multiply(BigDecimal.valueOf(whole.lower()));
        BigDecimal hundredParts = BigDecimal.valueOf(part.lower()).movePointRight(2);
        BigDecimal allowed = BigDecimal.valueOf(whole.lower()).multiply(new BigDecimal("0.005"));
        assertThat(wholeTimesPercentage.subtract(hundredParts).abs()).isLessThanOrEqualTo(allowed);
        assertThat(it.scale()).isEqualTo(2);
      });
    });
  }

  private static Ratio ratio(Tally part, Tally whole) {
    return new Ratio(part, whole, "cases that should close in the period");
  }
}
