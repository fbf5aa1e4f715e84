package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.StandingsHistory.BRANCH;
import static org.communityledger.testkit.shipped.StandingsHistory.COMMUNITY;
import static org.communityledger.testkit.shipped.StandingsHistory.FIRST;
import static org.communityledger.testkit.shipped.StandingsHistory.FOURTH;
import static org.communityledger.testkit.shipped.StandingsHistory.MAY_1;
import static org.communityledger.testkit.shipped.StandingsHistory.PARTY;
import static org.communityledger.testkit.shipped.StandingsHistory.SECOND;
import static org.communityledger.testkit.shipped.StandingsHistory.THIRD;
import static org.communityledger.testkit.shipped.StandingsHistory.may;
import static org.communityledger.testkit.shipped.StandingsHistory.member;
import static org.communityledger.testkit.shipped.StandingsHistory.rider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.access.AccessDenied;
import org.communityledger.access.Caller;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.StandingEnd;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Period;
import org.communityledger.projection.PeriodRates;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.membership.ApplicantRow;
import org.communityledger.projection.membership.ApplicantRow.Application;
import org.communityledger.projection.membership.Applicants;
import org.communityledger.projection.membership.MembershipRegister;
import org.communityledger.projection.membership.StandingHistory;
import org.communityledger.projection.membership.StandingRow;
import org.communityledger.projection.membership.StandingRow.Ending;
import org.communityledger.projection.membership.StandingRow.StageStay;
import org.communityledger.projection.membership.StandingRow.Step;
import org.communityledger.projection.membership.StandingTimeline;
import org.communityledger.projection.membership.Standings;
import org.communityledger.projection.membership.Standings.MedianStay;
import org.communityledger.projection.parties.OrgRow;
import org.communityledger.projection.parties.OrgTree;
import org.communityledger.projection.sentences.Language;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.communityledger.testkit.ProjectionAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The shipped views of standings, at several moments of one history; all figures are computed by hand. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingsOverTimeTest {
  private static final LocalDate MAY_15 = MAY_1.plusDays(14);
  private static final LocalDate JULY_10 = LocalDate.of(2024, 7, 10);

  /** Before the stage of the first rider was taken back. */
  private static final AsOf BEFORE_CORRECTIONS = AsOf.asKnown(25);

  @BeforeEach
  void tell(LedgerScenario ledger) {
    StandingsHistory.tell(ledger);
  }

  private static ProjectionAssert<StandingId, StandingRow> register(LedgerScenario ledger) {
    return assertThat(ledger).projection(MembershipRegister.class);
  }

  private static ProjectionAssert<PersonId, ApplicantRow> applicants(LedgerScenario ledger) {
    return assertThat(ledger).projection(Applicants.class);
  }

  private static Views replayed(LedgerScenario ledger) {
    return Replay.of(ledger.ledger().reader()).run(new MembershipRegister(), new Applicants());
  }

  @Test
  void a_standing_shows_its_stages_since_when_and_from_when_the_next_is_possible(LedgerScenario ledger) {
    register(ledger).row(FIRST).isEqualTo(new StandingRow(FIRST, rider(1), PARTY, BRANCH, true,
        List.of(new Step("applicant", When.on(MAY_1.plusDays(1)), Optional.empty(), true),
            new Step("activist", When.on(MAY_1.plusDays(19)), Optional.of(When.on(LocalDate.of(2024, 6, 20))), true)),
        Optional.empty()));
    register(ledger).row(SECOND).returns(
        Optional.of(When.during(LocalDate.of(2024, 6, 10), LocalDate.of(2024, 6, 25))), StandingRow::possibleFrom);
  }

  @Test
  void who_came_with_a_standing_is_at_the_stage_since_then(LedgerScenario ledger) {
    register(ledger).row(new StandingId("m-3")).isEqualTo(new StandingRow(new StandingId("m-3"), member(3), PARTY,
        COMMUNITY, false, List.of(new Step("full", When.inYear(2019), Optional.empty(), true)),
        Optional.of(new Ending(StandingEnd.ENDED, When.on(JULY_10)))));
  }

  @Test
  void a_standing_that_ended_has_no_next_stage(LedgerScenario ledger) {
    register(ledger).row(THIRD).returns(Optional.empty(), StandingRow::possibleFrom)
        .returns(Optional.of(new Ending(StandingEnd.REJECTED, When.on(LocalDate.of(2024, 6, 24)))), StandingRow::ending)
        .returns(false, StandingRow::isOpen);
  }

  @Test
  void applications_are_counted_whatever_became_of_them_and_not_who_came_with_a_standing(LedgerScenario ledger) {
    register(ledger).figure("standings.everApplied").isExactly(4);
    register(ledger).figure("standings.everApplied{org=branch}").isExactly(3);
    register(ledger).figure("standings.everApplied{ladder=party,org=community}").isExactly(1);
    register(ledger).asOf(AsOf.asHappened(MAY_1.plusDays(2))).figure("standings.everApplied").isExactly(2);
  }

  @Test
  void persons_who_applied_are_counted_once_in_each_place_and_once_altogether(LedgerScenario ledger) {
    applicants(ledger).figure("standings.everApplied.persons{ladder=party,org=branch}").isExactly(3);
    applicants(ledger).figure("standings.everApplied.persons{ladder=party,org=community}").isExactly(1);
    applicants(ledger).figure("standings.applicants").isExactly(3);
    applicants(ledger).row(rider(3)).isEqualTo(new ApplicantRow(rider(3),
        List.of(new Application(THIRD, PARTY, COMMUNITY, When.on(MAY_1.plusDays(3))),
            new Application(FOURTH, PARTY, BRANCH, When.on(LocalDate.of(2024, 7, 1))))));
  }

  @Test
  void persons_are_counted_once_whatever_is_asked(LedgerScenario ledger) {
    var view = replayed(ledger).view(new Applicants());

    assertThat(Applicants.persons(view, it -> true)).isEqualTo(Tally.exact(3, Unit.PERSON));
    assertThat(Applicants.persons(view, it -> it.ladder().equals(PARTY))).isEqualTo(Tally.exact(3, Unit.PERSON));
    assertThat(Applicants.persons(view, it -> it.org().equals(COMMUNITY))).isEqualTo(Tally.exact(1, Unit.PERSON));
    assertThat(Applicants.persons(view, it -> false)).isEqualTo(Tally.exact(0, Unit.PERSON));
  }

  @Test
  void open_standings_are_counted_by_the_stage_reached_last(LedgerScenario ledger) {
    register(ledger).figure("standings.current").isExactly(4);
    register(ledger).figure("standings.current{ladder=party,org=branch,stage=activist}").isExactly(2);
    register(ledger).figure("standings.current{ladder=party,org=community,stage=full}").isExactly(2);
    register(ledger).figure("standings.current{stage=applicant}").isAbsent();
    register(ledger).asOf(BEFORE_CORRECTIONS).figure("standings.current{org=branch,stage=full}").isExactly(1);
    register(ledger).asOf(BEFORE_CORRECTIONS).figure("standings.current{org=branch,stage=activist}").isExactly(1);
  }

  @Test
  void a_stage_that_may_have_been_reached_by_a_day_widens_the_figures(LedgerScenario ledger) {
    AsOf then = AsOf.asHappened(MAY_15);

    register(ledger).asOf(then).figure("standings.current{org=branch,stage=applicant}").isAtLeast(1).isAtMost(2);
    register(ledger).asOf(then).figure("standings.current{org=branch,stage=activist}").isAtLeast(0).isAtMost(1);
    register(ledger).asOf(then).figure("standings.current{org=branch}").isExactly(2);
    register(ledger).asOf(then).figure("standings.current").isExactly(6);
  }

  @Test
  void an_application_given_another_date_counts_from_then(LedgerScenario ledger) {
    register(ledger).asOf(AsOf.asHappened(MAY_1.plusDays(1))).figure("standings.everApplied").isExactly(2);
    register(ledger).asOf(BEFORE_CORRECTIONS.andHappened(MAY_1.plusDays(1)))
        .figure("standings.everApplied").isAtLeast(1).isAtMost(2);
  }

  @Test
  void who_advanced_in_a_period_is_counted_by_stage(LedgerScenario ledger) {
    register(ledger).figure("standings.advanced{stage=activist}").isExactly(2);
    register(ledger).asOf(BEFORE_CORRECTIONS).figure("standings.advanced").isExactly(3);
    var view = replayed(ledger).view(new MembershipRegister());

    PeriodRates inMay = MembershipRegister.advances(view, new Period(MAY_1, MAY_1.withDayOfMonth(31)), JULY_10);
    PeriodRates early = MembershipRegister.advances(view, new Period(MAY_1, MAY_15), JULY_10);
    PeriodRates inJune = MembershipRegister.advances(view,
        new Period(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 30)), JULY_10);

    assertThat(inMay.count("standings.advanced{ladder=party,org=branch,stage=activist}"))
        .contains(Tally.exact(2, Unit.ITEM));
    assertThat(early.count("standings.advanced{stage=activist}")).contains(Tally.between(0, 1, Unit.ITEM));
    assertThat(inJune.count("standings.advanced")).isEmpty();
  }

  @Test
  void the_median_stay_lies_between_those_the_dates_allow(LedgerScenario ledger) {
    Standings standings = MembershipRegister.in(replayed(ledger));

    // 18 days, 8 to 23, 51, and 1: half-way between 8 and 18 at least, between 18 and 23 at most.
    assertThat(standings.medianStay("applicant", it -> true))
        .contains(new MedianStay(4, new BigDecimal("13"), Optional.of(new BigDecimal("20.5"))));
    assertThat(standings.medianStay("applicant", it -> it.org().equals(COMMUNITY)))
        .contains(new MedianStay(1, new BigDecimal("51"), Optional.of(new BigDecimal("51"))));
    assertThat(standings.medianStay("activist", it -> true)).isEmpty();
    assertThat(standings.of(rider(3))).extracting(StandingRow::standing).containsExactly(THIRD, FOURTH);
    assertThat(standings.find(SECOND)).map(StandingRow::stays).contains(List.of(new StageStay("applicant", may(2, 2),
        may(10, 25), new Span(8, Optional.of(23L)))));
    assertThat(standings.all()).hasSize(7);
  }

  @Test
  void rows_are_found_by_person_ladder_organisation_and_stage(LedgerScenario ledger) {
    var standings = replayed(ledger).view(new MembershipRegister());
    var persons = replayed(ledger).view(new Applicants());

    assertThat(standings.where("person", "rider-3")).extracting(StandingRow::standing).containsExactlyInAnyOrder(THIRD,
        FOURTH);
    assertThat(standings.where("stage", "activist")).extracting(StandingRow::standing).containsExactlyInAnyOrder(FIRST,
        SECOND);
    assertThat(standings.where("org", "community")).hasSize(4);
    assertThat(standings.where("ladder", "party")).hasSize(7);
    assertThat(persons.where("org", "community")).extracting(ApplicantRow::person).containsExactly(rider(3));
    assertThat(persons.where("ladder", "party")).hasSize(3);
  }

  @Test
  void a_branch_stands_in_the_tree_of_organisations_and_is_counted(LedgerScenario ledger) {
    assertThat(ledger).projection(OrgTree.class).row(BRANCH).isEqualTo(new OrgRow(BRANCH, "BRANCH", "骑手党支部", true,
        Optional.of(COMMUNITY), Optional.empty(), List.of(),
        Optional.of(new OrgRow.Branch(When.on(MAY_1), Optional.empty()))));
    assertThat(ledger).projection(OrgTree.class).figure("orgs.branches{parent=community}").isExactly(1);
  }

  @Test
  void a_timeline_shows_all_that_happened_and_strikes_out_what_was_taken_back(LedgerScenario ledger) {
    StandingTimeline timeline = timeline(ledger, FIRST);

    assertThat(timeline.recorded()).extracting(it -> it.event().getClass().getSimpleName())
        .containsExactly("ApplicationSubmitted", "TalkHeld", "StageReached", "StageReached");
    assertThat(timeline.recorded()).extracting(StandingTimeline.Line::isStruckOut)
        .containsExactly(false, false, false, true);
    assertThat(timeline.stage()).contains("activist");
    assertThat(timeline.end()).isEmpty();
    assertThat(timeline.stays()).containsExactly(new StageStay("applicant", When.on(MAY_1.plusDays(1)),
        When.on(MAY_1.plusDays(19)), new Span(18, Optional.of(18L))));
  }

  @Test
  void a_timeline_reads_in_both_languages(LedgerScenario ledger) {
    assertThat(timeline(ledger, FOURTH).render(Language.ENGLISH)).containsExactly(
        "Standing s-4, at stage applicant, withdrawn, events: 2",
        "#22 On 1 July 2024, person clerk (clerk) recorded the sealed application of person rider-3 for standing s-4 on"
            + " ladder party in organisation branch, which begins at stage applicant, by version 1 of the ladder (event"
            + " c8.0). [recorded 1 July 2024]",
        "#23 On 2 July 2024, person clerk (clerk) recorded that person rider-3 took back standing s-4 on ladder party in"
            + " organisation branch. [recorded 2 July 2024]",
        "Stage applicant: 1 day, entered on 1 July 2024, left on 2 July 2024");
    assertThat(timeline(ledger, FOURTH).render(Language.CHINESE)).containsExactly(
        "成员身份s-4，阶段：applicant，已撤回，事件数：2",
        "#22 2024年7月1日，人员clerk（clerk）登记人员rider-3的加密申请，成员身份s-4，发展阶段序列party，组织branch，自阶段applicant开始，"
            + "适用序列第1版（事件c8.0）。 【2024年7月1日记录】",
        "#23 2024年7月2日，人员clerk（clerk）记录人员rider-3撤回成员身份，成员身份s-4，发展阶段序列party，组织branch。 【2024年7月2日记录】",
        "阶段applicant：1天，进入：2024年7月1日，离开：2024年7月2日");
  }

  @Test
  void a_timeline_tells_of_lateness_strike_out_and_correction(LedgerScenario ledger) {
    assertThat(timeline(ledger, SECOND).render(Language.ENGLISH))
        .anyMatch(it -> it.endsWith("[struck out; recorded 4 May 2024, between 1 and 3 days late]"))
        .anyMatch(it -> it.startsWith("   Struck out by #28: "))
        .anyMatch(it -> it.endsWith("[recorded 10 July 2024, 69 days late; corrects event c15.0]"));
    assertThat(timeline(ledger, SECOND).render(Language.CHINESE))
        .anyMatch(it -> it.endsWith("【已撤销；2024年5月4日记录，补录迟1至3天】"))
        .anyMatch(it -> it.startsWith("   由#28撤销："))
        .anyMatch(it -> it.endsWith("【2024年7月10日记录，补录迟69天；更正事件c15.0】"));
  }

  private static StandingTimeline timeline(LedgerScenario ledger, StandingId standing) {
    return Replay.of(ledger.ledger().reader()).run(new StandingHistory()).row(new StandingHistory(), standing)
        .orElseThrow();
  }

  @Test
  void a_timeline_is_for_those_who_may_see_it(LedgerScenario ledger) {
    Views views = Replay.of(ledger.ledger().reader()).run(new StandingHistory());

    assertThatThrownBy(() -> views.as(Caller.of(rider(1), "grid worker")).rows(new StandingHistory()))
        .isInstanceOf(AccessDenied.class).hasMessageContaining("membership.StandingHistory");
    assertThat(views.as(Caller.of(member(1), "community worker")).rows(new StandingHistory())).hasSize(7);
  }
}
