package org.communityledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatesAsExactAsTheirSourceTest {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2024, 8, 1);

  @Test
  void a_year_is_all_its_days() {
    When year = When.inYear(2023);

    assertThat(year.earliest()).contains(LocalDate.of(2023, 1, 1));
    assertThat(year.latest()).contains(LocalDate.of(2023, 12, 31));
    assertThat(year.isOneDay()).isFalse();
  }

  @Test
  void days_that_overlap_are_not_comparable() {
    When july = When.during(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 31));
    When lastOfJuly = When.on(LocalDate.of(2024, 7, 31));

    assertThat(july.isSurelyBefore(lastOfJuly)).isFalse();
    assertThat(lastOfJuly.isSurelyBefore(july)).isFalse();
    assertThat(july.isSurelyBefore(When.on(FIRST))).isTrue();
  }

  @Test
  void an_open_end_is_comparable_on_its_closed_side_only() {
    When byJuly = When.notAfter(LocalDate.of(2024, 7, 31));

    assertThat(byJuly.isSurelyBefore(When.on(FIRST))).isTrue();
    assertThat(When.on(LocalDate.of(1990, 1, 1)).isSurelyBefore(byJuly)).isFalse();
    assertThat(When.unknown().isSurelyBefore(When.on(FIRST))).isFalse();
    assertThat(When.on(FIRST).isSurelyBefore(When.unknown())).isFalse();
  }

  @Test
  void two_instants_of_one_day_are_comparable_and_an_instant_with_its_day_is_not() {
    When nine = When.at(Instant.parse("2024-08-01T01:00:00Z")).inZone(BEIJING);
    When ten = When.at(Instant.parse("2024-08-01T02:00:00Z")).inZone(BEIJING);

    assertThat(nine.isSurelyBefore(ten)).isTrue();
    assertThat(ten.isSurelyBefore(nine)).isFalse();
    assertThat(nine.isSurelyBefore(nine)).isFalse();
    assertThat(nine.isSurelyBefore(When.on(FIRST))).isFalse();
    assertThat(When.on(FIRST).isSurelyBefore(ten)).isFalse();
  }

  @Test
  void an_instant_falls_on_the_day_of_the_ledgers_zone() {
    When lateEvening = When.at(Instant.parse("2024-07-31T16:30:00Z"));

    assertThat(lateEvening.isOneDay()).isFalse();
    assertThat(lateEvening.inZone(BEIJING).earliest()).contains(FIRST);
    assertThat(lateEvening.inZone(BEIJING).latest()).contains(FIRST);
    assertThat(lateEvening.inZone(ZoneOffset.UTC).earliest()).contains(LocalDate.of(2024, 7, 31));
    assertThat(When.on(FIRST).inZone(BEIJING)).isEqualTo(When.on(FIRST));
  }

  @Test
  void a_day_once_placed_is_not_moved_by_another_zone() {
    Generated.cases(2_000, generated -> {
      When placed = When.at(generated.instant()).inZone(BEIJING);

      assertThat(placed.isOneDay()).isTrue();
      assertThat(placed.inZone(ZoneId.of("Pacific/Apia"))).isEqualTo(placed);
    });
  }

  @Test
  void what_a_clerk_concluded_is_marked_once_and_in_order() {
    When inferred = When.on(FIRST).asStated("8月1日").inferring(When.Part.MONTH, When.Part.YEAR, When.Part.MONTH);

    assertThat(inferred.inferred()).containsExactly(When.Part.YEAR, When.Part.MONTH);
    assertThat(inferred.asStated()).contains("8月1日");
  }

  @Test
  void days_in_the_wrong_order_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> When.during(FIRST, LocalDate.of(2024, 7, 31)))
        .withMessage("The latest day 2024-07-31 is before the earliest 2024-08-01");
  }

  @Test
  void the_time_between_two_known_days_is_exact() {
    assertThat(When.on(LocalDate.of(2024, 2, 28)).until(When.on(LocalDate.of(2024, 3, 1))))
        .isEqualTo(new Span(2, Optional.of(2L)));
    assertThat(When.on(FIRST).until(When.on(FIRST)).isExact()).isTrue();
  }

  @Test
  void the_time_between_inexact_days_is_an_interval() {
    When july = When.during(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 31));

    assertThat(july.until(When.on(FIRST))).isEqualTo(new Span(1, Optional.of(31L)));
    assertThat(july.until(When.on(LocalDate.of(2024, 7, 10)))).isEqualTo(new Span(0, Optional.of(9L)));
    assertThat(july.until(When.unknown())).isEqualTo(new Span(0, Optional.empty()));
    assertThat(When.notAfter(FIRST).until(When.on(LocalDate.of(2024, 8, 5)))).isEqualTo(new Span(4, Optional.empty()));
  }

  @Test
  void dates_that_contradict_their_order_tell_no_time_between_them() {
    assertThat(When.on(FIRST).until(When.inYear(2023))).isEqualTo(new Span(0, Optional.empty()));
  }

  @Test
  void what_is_surely_before_was_before_on_whichever_days_it_really_was() {
    Generated.cases(5_000, generated -> {
      When one = generated.when();
      When other = generated.when();
      LocalDate oneDay = generated.dayIn(one);
      LocalDate otherDay = generated.dayIn(other);

      assertThat(one.isSurelyBefore(one)).isFalse();
      assertThat(one.isSurelyBefore(other) && other.isSurelyBefore(one)).isFalse();
      if (one.isSurelyBefore(other)) {
        assertThat(oneDay).isBefore(otherDay);
      }
      if (one.isSurelyAfter(otherDay)) {
        assertThat(oneDay).isAfter(otherDay);
      }
    });
  }

  @Test
  void a_span_holds_the_time_between_whichever_days_it_really_was() {
    Generated.cases(5_000, generated -> {
      When from = generated.when();
      When to = generated.when();
      long days = ChronoUnit.DAYS.between(generated.dayIn(from), generated.dayIn(to));

      Span span = from.until(to);

      if (days >= 0) {
        assertThat(days).isBetween(span.least(), span.most().orElse(Long.MAX_VALUE));
      }
      if (from.isSurelyBefore(to)) {
        assertThat(span.isExact()).isEqualTo(from.isOneDay() && to.isOneDay());
      }
      if (to.isSurelyBefore(from)) {
        assertThat(span.isExact()).isFalse();
      }
    });
  }
}
