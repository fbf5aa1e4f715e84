package org.communityledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimesOfOfficeTest {
  private static final When SPRING = When.during(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 31));
  private static final When MAY_DAY = When.on(LocalDate.of(2024, 5, 1));
  private static final When JULY = When.during(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 31));
  private static final When YEAR_END = When.on(LocalDate.of(2024, 12, 31));

  @Test
  void two_without_an_end_overlap_whenever_they_began() {
    assertThat(open(When.unknown()).surelyOverlaps(open(When.unknown()))).isTrue();
    assertThat(open(SPRING).surelyOverlaps(open(YEAR_END))).isTrue();
  }

  @Test
  void those_that_follow_each_other_do_not_overlap() {
    Tenure before = new Tenure(SPRING, Optional.of(JULY));
    Tenure after = open(YEAR_END);

    assertThat(before.surelyOverlaps(after)).isFalse();
    assertThat(after.surelyOverlaps(before)).isFalse();
  }

  @Test
  void those_that_only_may_overlap_do_not_surely() {
    Tenure until = new Tenure(SPRING, Optional.of(JULY));
    Tenure from = open(JULY);

    assertThat(until.surelyOverlaps(from)).isFalse();
    assertThat(from.surelyOverlaps(until)).isFalse();
  }

  @Test
  void the_last_day_of_one_may_be_the_first_of_the_next() {
    Tenure until = new Tenure(SPRING, Optional.of(YEAR_END));

    assertThat(until.surelyOverlaps(open(YEAR_END))).isFalse();
    assertThat(until.surelyOverlaps(open(JULY))).isTrue();
  }

  @Test
  void one_within_another_overlaps_it() {
    Tenure within = new Tenure(JULY, Optional.of(YEAR_END));

    assertThat(within.surelyOverlaps(open(SPRING))).isTrue();
    assertThat(open(SPRING).surelyOverlaps(within)).isTrue();
  }

  @Test
  void what_was_over_before_it_began_overlaps_and_covers_nothing() {
    Tenure calledOff = new Tenure(YEAR_END, Optional.of(JULY));

    assertThat(calledOff.isVoid()).isTrue();
    assertThat(calledOff.surelyOverlaps(open(When.unknown()))).isFalse();
    assertThat(open(When.unknown()).surelyOverlaps(calledOff)).isFalse();
    assertThat(calledOff.mayCover(YEAR_END)).isFalse();
  }

  @Test
  void what_may_have_been_within_may_be_covered() {
    Tenure tenure = new Tenure(SPRING, Optional.of(JULY));

    assertThat(tenure.mayCover(MAY_DAY)).isTrue();
    assertThat(tenure.mayCover(JULY)).isTrue();
    assertThat(tenure.mayCover(When.unknown())).isTrue();
    assertThat(tenure.mayCover(YEAR_END)).isFalse();
    assertThat(tenure.mayCover(When.notAfter(LocalDate.of(2024, 2, 29)))).isFalse();
    assertThat(open(When.unknown()).mayCover(MAY_DAY)).isTrue();
  }

  @Test
  void it_is_told_in_days() {
    When moment = When.at(Instant.parse("2024-08-02T00:00:00Z"));

    assertThatIllegalArgumentException().isThrownBy(() -> open(moment))
        .withMessage("from must be a day or days, without an instant");
    assertThatIllegalArgumentException().isThrownBy(() -> new Tenure(JULY, Optional.of(moment)))
        .withMessage("until must be a day or days, without an instant");
  }

  private static Tenure open(When from) {
    return new Tenure(from, Optional.empty());
  }
}
