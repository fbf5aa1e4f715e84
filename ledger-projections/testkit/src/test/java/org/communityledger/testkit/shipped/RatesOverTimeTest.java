package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.RatesHistory.BULB;
import static org.communityledger.testkit.shipped.RatesHistory.DRAIN;
import static org.communityledger.testkit.shipped.RatesHistory.GATE;
import static org.communityledger.testkit.shipped.RatesHistory.LAMP;
import static org.communityledger.testkit.shipped.RatesHistory.ROAD;
import static org.communityledger.testkit.shipped.RatesHistory.TREE;
import static org.communityledger.testkit.shipped.RatesHistory.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureMismatch;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Figures;
import org.communityledger.projection.League;
import org.communityledger.projection.League.Order;
import org.communityledger.projection.League.Place;
import org.communityledger.projection.Period;
import org.communityledger.projection.PeriodRates;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Rate;
import org.communityledger.projection.Replay;
import org.communityledger.projection.View;
import org.communityledger.projection.cases.AgeBuckets;
import org.communityledger.projection.cases.DueRow;
import org.communityledger.projection.cases.OpenByAge;
import org.communityledger.projection.cases.RatesPolicy;
import org.communityledger.projection.cases.RatesPolicy.Counting;
import org.communityledger.projection.cases.RatesPolicy.Unanswered;
import org.communityledger.projection.cases.Rework;
import org.communityledger.projection.cases.SlaBreaches;
import org.communityledger.projection.cases.SlaBreaches.Breach;
import org.communityledger.projection.cases.StageDurations;
import org.communityledger.projection.cases.StageRow;
import org.communityledger.projection.cases.StageRow.StageTime;
import org.communityledger.projection.cases.ThreeRates;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every number here was computed by hand from the dates of {@link RatesHistory}. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RatesOverTimeTest {
  private static final Period JUNE = Period.of(YearMonth.of(2024, 6));
  private static final Period JULY = Period.of(YearMonth.of(2024, 7));
  private static final LocalDate TODAY = day(35);

  @BeforeEach
  void tell(LedgerScenario ledger) {
    RatesHistory.tell(ledger);
  }

  @Test
  void of_the_cases_due_in_june_three_are_closed_two_surely_in_time_and_one_nobody_knows(LedgerScenario ledger) {
    PeriodRates june = closing(ledger, AsOf.now(), JUNE, TODAY);

    assertThat(june.rate("cases.dueOnTime")).contains(new Rate(due(Tally.between(2, 3, Unit.ITEM), 5), TODAY));
    assertThat(june.rate("cases.dueClosed")).contains(new Rate(due(items(3), 5), TODAY));
    assertThat(june.rate("cases.dueOnTime").orElseThrow().percentage()).isEmpty();
    assertThat(june.rate("cases.dueClosed").orElseThrow().percentage()).contains(new BigDecimal("60.00"));
    assertThat(june.count("cases.dueSuspended")).isEmpty();
    assertThat(june.count("cases.dueNever")).contains(items(1));
    assertThat(june.count("cases.dueUndone")).contains(items(1));
    assertThat(june.count("cases.dueExtendedLate")).contains(items(1));
  }

  @Test
  void a_case_reopened_is_not_closed_and_due_anew(LedgerScenario ledger) {
    assertThat(closing(ledger, AsOf.now(), JULY, TODAY).rate("cases.dueClosed"))
        .contains(new Rate(due(items(0), 1), TODAY));
    assertThat(closing(ledger, AsOf.asHappened(day(30)), JUNE, day(30)).rate("cases.dueClosed"))
        .contains(new Rate(due(items(4), 6), day(30)));
    assertThat(closing(ledger, AsOf.asHappened(day(30)), JUNE, day(30)).rate("cases.dueOnTime"))
        .contains(new Rate(due(Tally.between(3, 4, Unit.ITEM), 6), day(30)));
  }

  @Test
  void a_case_at_rest_at_the_end_of_the_period_is_listed_apart_as_long_as_it_is_known_to_be(LedgerScenario ledger) {
    PeriodRates asKnownBefore = closing(ledger, asKnownOn(24).andHappened(day(30)), JUNE, day(30));

    assertThat(asKnownBefore.count("cases.dueSuspended")).contains(items(1));
    assertThat(asKnownBefore.rate("cases.dueClosed")).contains(new Rate(due(items(4), 5), day(30)));
  }

  @Test
  void a_case_at_rest_on_the_day_is_listed_apart_while_the_period_goes_on(LedgerScenario ledger) {
    assertThat(closing(ledger, AsOf.now(), JUNE, day(20)).count("cases.dueSuspended")).contains(items(1));
    assertThat(closing(ledger, AsOf.now(), JUNE, day(17)).count("cases.dueSuspended")).isEmpty();
  }

  @Test
  void a_closing_that_may_have_been_widens_both_rates(LedgerScenario ledger) {
    PeriodRates inMid = closing(ledger, AsOf.asHappened(day(13)), JUNE, day(13));

    assertThat(inMid.rate("cases.dueOnTime")).contains(new Rate(due(Tally.between(1, 2, Unit.ITEM), 5), day(13)));
    assertThat(inMid.rate("cases.dueClosed")).contains(new Rate(due(Tally.between(1, 2, Unit.ITEM), 5), day(13)));
  }

  @Test
  void rates_are_figures_by_month_too(LedgerScenario ledger) {
    String june = "{kind=HAZARD,month=2024-06,owner=kaiyuan}";
    View<CaseId, DueRow> view = view(ledger, AsOf.now(), new SlaBreaches());

    assertThat(view.figures(FigurePattern.parse("cases.dueOnTime" + june)).values())
        .containsExactly(Figure.of(due(Tally.between(2, 3, Unit.ITEM), 5)));
    assertThat(view.figures(FigurePattern.parse("cases.dueClosed" + june)).values())
        .containsExactly(Figure.of(due(items(3), 5)));
    assertThat(view.sum(FigurePattern.parse("cases.dueClosed"))).contains(Figure.of(due(items(3), 6)));
    assertThat(view.where("due", "2024-07")).extracting(DueRow::caseId).containsExactly(ROAD);
  }

  @Test
  void what_is_over_its_due_date_is_listed_the_longest_first(LedgerScenario ledger) {
    List<Breach> breaches = SlaBreaches.breaches(view(ledger, AsOf.now(), new SlaBreaches()), day(30));

    assertThat(breaches).extracting(it -> it.row().caseId(), Breach::overBy).containsExactly(
        tuple(BULB, exactly(17)), tuple(GATE, exactly(10)), tuple(DRAIN, new Span(0, Optional.of(2L))));
    assertThat(view(ledger, AsOf.now(), new SlaBreaches()).row(TREE).orElseThrow().overBy(day(30))).isEmpty();
  }

  @Test
  void a_league_ranks_nobody_below_its_minimum_nor_in_doubt(LedgerScenario ledger) {
    PeriodRates june = closing(ledger, AsOf.now(), JUNE, TODAY);

    assertThat(june.league("cases.dueClosed", "owner", Order.HIGHEST_FIRST, League.MINIMUM).places())
        .containsExactly(new Place(Optional.empty(), "kaiyuan", due(items(3), 5)));
    assertThat(june.league("cases.dueClosed", "owner", Order.HIGHEST_FIRST, 5).places())
        .containsExactly(new Place(Optional.of(1), "kaiyuan", due(items(3), 5)));
    assertThat(june.league("cases.dueOnTime", "owner", Order.HIGHEST_FIRST, 5).places())
        .containsExactly(new Place(Optional.empty(), "kaiyuan", due(Tally.between(2, 3, Unit.ITEM), 5)));
  }

  @Test
  void a_count_is_no_rate_and_a_rate_no_count(LedgerScenario ledger) {
    PeriodRates june = closing(ledger, AsOf.now(), JUNE, TODAY);

    assertThatThrownBy(() -> june.rate("cases.dueNever")).isInstanceOf(FigureMismatch.class)
        .hasMessage("cases.dueNever is a count, not a rate");
    assertThatThrownBy(() -> june.count("cases.dueClosed")).isInstanceOf(FigureMismatch.class)
        .hasMessage("cases.dueClosed is a rate, not a count");
  }

  @Test
  void spans_are_net_of_suspension_and_summed_over_visits(LedgerScenario ledger) {
    View<CaseId, StageRow> view = view(ledger, AsOf.now(), new StageDurations());

    assertThat(view.row(ROAD).orElseThrow().times()).containsExactly(
        new StageTime(Stage.REPORTED, 1, new Span(0, Optional.of(2L))), new StageTime(Stage.ACCEPTED, 2, exactly(3)),
        new StageTime(Stage.ASSIGNED, 2, exactly(0)), new StageTime(Stage.WORKING, 2, exactly(12)),
        new StageTime(Stage.DONE, 2, exactly(0)), new StageTime(Stage.VERIFIED, 1, exactly(0)),
        new StageTime(Stage.CLOSED, 1, exactly(15)));
    assertThat(view.row(GATE).orElseThrow().times()).containsExactly(
        new StageTime(Stage.REPORTED, 1, new Span(0, Optional.of(2L))), new StageTime(Stage.ACCEPTED, 1, exactly(15)),
        new StageTime(Stage.SUSPENDED, 1, exactly(12)));
    assertThat(view.row(GATE).orElseThrow().standing(TODAY)).isEqualTo(new StageTime(Stage.ACCEPTED, 1, exactly(5)));
    assertThat(view.row(LAMP).orElseThrow().daysInHand()).isEqualTo(new Span(7, Optional.of(9L)));
  }

  @Test
  void days_and_visits_are_figures_and_stated_effort_stands_apart(LedgerScenario ledger) {
    assertThat(ledger).projection(StageDurations.class).figure("cases.daysAt{stage=SUSPENDED}").isExactly(12);
    assertThat(ledger).projection(StageDurations.class).figure("cases.visitsAt{stage=SUSPENDED}").isExactly(1);
    assertThat(ledger).projection(StageDurations.class).figure("cases.daysAt{stage=DUPLICATE}").isExactly(13);
    assertThat(ledger).projection(StageDurations.class).figure("cases.effort{kind=HAZARD,unit=DAY}").isAtLeast(12);
    assertThat(ledger).projection(StageDurations.class).asOf(asKnownOn(24)).figure("cases.daysAt{stage=SUSPENDED}")
        .isAbsent();
    assertThat(view(ledger, AsOf.now(), new StageDurations()).row(LAMP).orElseThrow().efforts())
        .containsExactly(Tally.atLeast(3, Unit.DAY));
  }

  @Test
  void days_to_fix_are_those_of_cases_fixed_in_the_period(LedgerScenario ledger) {
    PeriodRates june = StageDurations.fixes(view(ledger, AsOf.now(), new StageDurations()), JUNE, TODAY);

    assertThat(june.rate("cases.daysToFix")).contains(new Rate(
        new Ratio(Tally.between(16, 23, Unit.DAY), items(2), "cases-fixed-in-the-period"), TODAY));
    assertThat(StageDurations.fixes(view(ledger, AsOf.now(), new StageDurations()), JULY, TODAY)
        .rate("cases.daysToFix")).isEmpty();
  }

  @Test
  void each_case_counts_once_in_rework_reopening_and_return(LedgerScenario ledger) {
    PeriodRates june = Rework.rates(view(ledger, AsOf.now(), new Rework()), JUNE, TODAY);

    assertThat(june.rate("cases.reworked")).contains(new Rate(of(items(1), 3, "cases-completed"), TODAY));
    assertThat(june.rate("cases.reopened")).contains(new Rate(of(items(1), 4, "cases-closed"), TODAY));
    assertThat(june.rate("cases.returned")).contains(new Rate(of(items(1), 3, "cases-assigned"), TODAY));
    assertThat(june.rate("cases.returned").orElseThrow().percentage()).contains(new BigDecimal("33.33"));
    assertThat(view(ledger, AsOf.now(), new Rework()).sum(FigurePattern.parse("cases.reopened{owner=kaiyuan}")))
        .contains(Figure.of(of(items(1), 4, "cases-closed")));
  }

  @Test
  void who_may_have_been_closed_in_the_period_may_be_in_the_whole(LedgerScenario ledger) {
    PeriodRates week = Rework.rates(view(ledger, AsOf.now(), new Rework()), new Period(day(13), day(20)), TODAY);

    assertThat(week.rate("cases.reopened")).contains(new Rate(
        new Ratio(items(1), Tally.between(1, 2, Unit.ITEM), "cases-closed"), TODAY));
    assertThat(week.rate("cases.reworked")).isEmpty();
  }

  @Test
  void the_three_rates_are_those_of_people_who_were_reached(LedgerScenario ledger) {
    PeriodRates rates = threeRates(ledger, AsOf.now(), RatesPolicy.USUAL);

    assertThat(rates.rate("cases.response")).contains(new Rate(reached(items(2)), TODAY));
    assertThat(rates.rate("cases.resolution")).contains(new Rate(reached(items(1)), TODAY));
    assertThat(rates.rate("cases.satisfaction")).contains(new Rate(reached(items(1)), TODAY));
    assertThat(rates.count("cases.ratings")).contains(items(2));
    assertThat(rates.count("cases.remarks")).contains(items(1));
  }

  @Test
  void a_rating_of_somebody_of_whom_nobody_knows_whether_they_were_reached_makes_no_rate(LedgerScenario ledger) {
    View<CaseId, ?> before = view(ledger, AsOf.asKnown(positionOf(ledger, "rating")), new ThreeRates());

    assertThat(before.sum(FigurePattern.parse("cases.remarks"))).contains(Figure.of(items(2)));
    assertThat(before.sum(FigurePattern.parse("cases.response")))
        .contains(Figure.of(of(items(1), 1, "ratings-of-those-reached")));
  }

  @Test
  void local_rules_say_what_an_unanswered_question_counts_and_who_is_satisfied(LedgerScenario ledger) {
    PeriodRates doubtful = threeRates(ledger, AsOf.now(), new RatesPolicy(3, Unanswered.IN_DOUBT,
        Counting.EVERY_RATING));
    PeriodRates strict = threeRates(ledger, AsOf.now(), new RatesPolicy(5, Unanswered.LEFT_OUT,
        Counting.LAST_RATING));

    assertThat(doubtful.rate("cases.resolution")).contains(new Rate(reached(Tally.between(1, 2, Unit.ITEM)), TODAY));
    assertThat(doubtful.rate("cases.satisfaction")).contains(new Rate(reached(items(2)), TODAY));
    assertThat(strict.rate("cases.resolution")).contains(new Rate(of(items(1), 1, "answers-of-those-reached"), TODAY));
    assertThat(strict.rate("cases.satisfaction"))
        .contains(new Rate(of(items(1), 2, "answers-of-those-reached"), TODAY));
  }

  @Test
  void open_cases_are_told_apart_by_the_age_of_their_report(LedgerScenario ledger) {
    Figures now = OpenByAge.on(TODAY, view(ledger, AsOf.now(), new OpenByAge()), AgeBuckets.USUAL);

    assertThat(now.sum(FigurePattern.parse("cases.openByAge{age=31-90}"))).contains(Figure.of(items(4)));
    assertThat(now.sum(FigurePattern.parse("cases.openByAge"))).contains(Figure.of(items(4)));
  }

  @Test
  void who_may_be_in_either_bucket_counts_once_in_their_sum(LedgerScenario ledger) {
    Figures then = OpenByAge.on(day(32), view(ledger, AsOf.asHappened(day(32)), new OpenByAge()), AgeBuckets.USUAL);

    assertThat(then.sum(FigurePattern.parse("cases.openByAge{age=8-30}")))
        .contains(Figure.of(Tally.between(0, 3, Unit.ITEM)));
    assertThat(then.sum(FigurePattern.parse("cases.openByAge{age=31-90}")))
        .contains(Figure.of(Tally.between(0, 3, Unit.ITEM)));
    assertThat(then.sum(FigurePattern.parse("cases.openByAge"))).contains(Figure.of(items(3)));
  }

  @Test
  void the_views_rebuild_and_ignore_redelivery(LedgerScenario ledger) {
    assertThat(ledger).projection(SlaBreaches.class).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).projection(StageDurations.class).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).isIntact();
  }

  private static PeriodRates closing(LedgerScenario ledger, AsOf asOf, Period period, LocalDate day) {
    return SlaBreaches.closing(view(ledger, asOf, new SlaBreaches()), period, day);
  }

  private static PeriodRates threeRates(LedgerScenario ledger, AsOf asOf, RatesPolicy policy) {
    return ThreeRates.rates(view(ledger, asOf, new ThreeRates()), new Period(day(1), TODAY), policy, TODAY);
  }

  private static <K, R> View<K, R> view(LedgerScenario ledger, AsOf asOf, Projection<K, R> projection) {
    return Replay.of(ledger.ledger().reader()).asOf(asOf).run(projection).view(projection);
  }

  private static AsOf asKnownOn(int ofJune) {
    return AsOf.asKnown(day(ofJune).atTime(LocalTime.MAX).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
  }

  /** The position just before somebody approved that this was to be corrected. */
  private static long positionOf(LedgerScenario ledger, String what) {
    long position = 0;
    while (!ledger.ledger().reader().event(position).event().toString().contains("to-correct-the-" + what)) {
      position++;
    }
    return position - 1;
  }

  private static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }

  private static Ratio due(Tally part, long whole) {
    return of(part, whole, "cases-due-in-the-period");
  }

  private static Ratio reached(Tally part) {
    return of(part, 2, "ratings-of-those-reached");
  }

  private static Ratio of(Tally part, long whole, String means) {
    return new Ratio(part, items(whole), means);
  }

  private static Span exactly(long days) {
    return Span.between(When.on(day(1)), When.on(day(1).plusDays(days)));
  }
}
