package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.When;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeriodsTest {
  private static final LocalDate FEBRUARY_1 = LocalDate.of(2024, 2, 1);
  private static final LocalDate FEBRUARY_29 = LocalDate.of(2024, 2, 29);
  private static final Period FEBRUARY = Period.of(YearMonth.of(2024, 2));

  @Test
  void hold_their_first_day_and_their_last() {
    assertThat(FEBRUARY).isEqualTo(new Period(FEBRUARY_1, FEBRUARY_29));
    assertThat(FEBRUARY.contains(FEBRUARY_1)).isTrue();
    assertThat(FEBRUARY.contains(FEBRUARY_29)).isTrue();
    assertThat(FEBRUARY.contains(FEBRUARY_1.minusDays(1))).isFalse();
    assertThat(FEBRUARY.contains(FEBRUARY_29.plusDays(1))).isFalse();
  }

  @Test
  void hold_a_date_only_if_no_day_of_it_is_outside() {
    LocalDate january = FEBRUARY_1.minusDays(1);

    assertThat(FEBRUARY.contains(When.during(FEBRUARY_1, FEBRUARY_29))).contains(true);
    assertThat(FEBRUARY.contains(When.during(january, FEBRUARY_29))).isEmpty();
    assertThat(FEBRUARY.contains(When.notAfter(FEBRUARY_29))).isEmpty();
    assertThat(FEBRUARY.contains(When.notAfter(january))).contains(false);
    assertThat(FEBRUARY.contains(When.on(january))).contains(false);
    assertThat(FEBRUARY.contains(When.unknown())).isEmpty();
    assertThat(FEBRUARY.contains(
        new When(Optional.of(FEBRUARY_29.plusDays(1)), Optional.empty(), Optional.empty(), Optional.empty(), Set.of())))
        .contains(false);
  }

  @Test
  void do_not_end_before_they_begin() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Period(FEBRUARY_29, FEBRUARY_1))
        .withMessage("A period cannot end on 2024-02-01, before it begins on 2024-02-29");
  }
}
