package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.membership.MembershipScenario.CLERK;
import static org.communityledger.membership.MembershipScenario.COMMUNITY;
import static org.communityledger.membership.MembershipScenario.OTHER;
import static org.communityledger.membership.MembershipScenario.PARTY;
import static org.communityledger.membership.MembershipScenario.RIDER;
import static org.communityledger.membership.MembershipScenario.SECRETARY;
import static org.communityledger.membership.MembershipScenario.STANDING;
import static org.communityledger.membership.MembershipScenario.advance;
import static org.communityledger.membership.MembershipScenario.application;
import static org.communityledger.membership.MembershipScenario.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.Unknown.UnknownStanding;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipCommand.HoldTalk;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.MembershipRefusal.EvidenceMissing;
import org.communityledger.membership.MembershipRefusal.SelfDecision;
import org.communityledger.membership.MembershipRefusal.StageSkipped;
import org.communityledger.membership.MembershipRefusal.StageTooEarly;
import org.communityledger.membership.MembershipRefusal.StandingClosed;
import org.communityledger.membership.MembershipRefusal.StandingOfAnother;
import org.communityledger.membership.MembershipRefusal.UnderAge;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdvancingStagesTest {
  private static final AdvanceStage TO_ACTIVIST = advance("activist", "recommendation");
  private static final AdvanceStage TO_CANDIDATE = advance("development-candidate", "opinions");
  private static final PersonId NOBODY = new PersonId("nobody");

  private final MembershipScenario scenario = new MembershipScenario();

  @Test
  void a_stage_reached_says_from_where_by_which_version_and_by_whom() {
    long applied = scenario.given(application(), on(2024, 1, 5));
    Evidence recommendation = Evidence.of("recommendation").saying("By two members");

    scenario.when(new AdvanceStage(STANDING, RIDER, "activist", List.of(SECRETARY, COMMUNITY), List.of(recommendation)))
        .isAcceptedWith(new StageReached(STANDING, RIDER, PARTY, COMMUNITY, "applicant", "activist",
            Optional.of(Stay.ofYears(1)), 1,
            scenario.ledger.id(scenario.defined), List.of(SECRETARY, COMMUNITY),
            List.of(new Evidence("recommendation",
                Optional.of(RuleScenario.sealed(RIDER, "STANDING", "By two members")))),
            true, scenario.ledger.id(applied), Optional.empty()));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(STANDING.tag(), RIDER.tag(), PARTY.tag(), COMMUNITY.tag(),
        scenario.ledger.id(scenario.defined).tag(), scenario.ledger.id(applied).tag(),
        Tag.parse("subject:person:rider-01"));
  }

  @Test
  void no_stage_is_skipped() {
    long applied = scenario.given(application());

    scenario.when(TO_CANDIDATE).isRefusedWith(
        new StageSkipped(STANDING, "applicant", "development-candidate", Optional.of("activist")), applied);
    scenario.when(advance("applicant"))
        .isRefusedWith(new StageSkipped(STANDING, "applicant", "applicant", Optional.of("activist")), applied);
    scenario.when(advance("elder"))
        .isRefusedWith(new StageSkipped(STANDING, "applicant", "elder", Optional.of("activist")), applied);
  }

  @Test
  void after_the_last_stage_there_is_none() {
    long adopted = scenario.given(MembershipScenario.member("s-1", RIDER));

    scenario.when(advance("full")).isRefusedWith(new StageSkipped(STANDING, "full", "full", Optional.empty()), adopted);
  }

  @Test
  void nobody_stays_less_than_the_stage_asks() {
    long activist = activistSince(on(2023, 7, 20));

    scenario.when(TO_CANDIDATE, on(2024, 7, 19)).isRefusedWith(
        new StageTooEarly(STANDING, "activist", LocalDate.of(2024, 7, 20), LocalDate.of(2024, 7, 19)), activist);
    scenario.when(TO_CANDIDATE, on(2024, 7, 20)).isAccepted();
    assertThat(lastReached().stayProven()).isTrue();
  }

  @Test
  void a_year_from_29_february_ends_on_the_28th() {
    activistSince(on(2020, 2, 29));

    scenario.when(TO_CANDIDATE, on(2021, 2, 27)).isRefusedWith(
        new StageTooEarly(STANDING, "activist", LocalDate.of(2021, 2, 28), LocalDate.of(2021, 2, 27)),
        scenario.ledger.last());
    scenario.when(TO_CANDIDATE, on(2021, 2, 28)).isAccepted();
  }

  @Test
  void inexact_dates_are_read_kindly_and_marked_as_unproven() {
    activistSince(When.during(LocalDate.of(2023, 6, 1), LocalDate.of(2023, 6, 30)));

    scenario.when(TO_CANDIDATE, on(2024, 6, 1)).isAccepted();

    assertThat(lastReached().stayProven()).isFalse();
  }

  @Test
  void even_the_kindest_reading_can_be_too_early() {
    long activist = activistSince(When.during(LocalDate.of(2023, 6, 1), LocalDate.of(2023, 6, 30)));

    scenario.when(TO_CANDIDATE, When.during(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 31))).isRefusedWith(
        new StageTooEarly(STANDING, "activist", LocalDate.of(2024, 6, 1), LocalDate.of(2024, 5, 31)), activist);
  }

  @Test
  void inexact_dates_far_enough_apart_prove_the_stay() {
    activistSince(When.during(LocalDate.of(2023, 6, 1), LocalDate.of(2023, 6, 30)));

    scenario.when(TO_CANDIDATE, When.during(LocalDate.of(2024, 6, 30), LocalDate.of(2024, 7, 31))).isAccepted();

    assertThat(lastReached().stayProven()).isTrue();
  }

  @Test
  void where_nobody_knows_since_when_the_stay_is_unproven() {
    scenario.given(MembershipScenario.adoption("activist", When.unknown()));

    scenario.when(TO_CANDIDATE).isAccepted();

    assertThat(lastReached().stayProven()).isFalse();
  }

  @Test
  void a_stage_of_an_unknown_day_is_reached_by_today_at_the_latest() {
    long activist = activistSince(on(2023, 8, 3));

    scenario.when(TO_CANDIDATE, When.unknown()).isRefusedWith(
        new StageTooEarly(STANDING, "activist", LocalDate.of(2024, 8, 3), RuleScenario.TODAY), activist);
  }

  @Test
  void the_stay_elsewhere_counts_for_who_came_with_a_standing() {
    long adopted = scenario.given(MembershipScenario.adoption("activist", on(2023, 5, 4)));

    scenario.when(TO_CANDIDATE, on(2024, 5, 3)).isRefusedWith(
        new StageTooEarly(STANDING, "activist", LocalDate.of(2024, 5, 4), LocalDate.of(2024, 5, 3)), adopted);
    scenario.when(TO_CANDIDATE, on(2024, 5, 4)).isAccepted();
  }

  @Test
  void no_stage_is_reached_before_the_one_before_it() {
    long applied = scenario.given(application(), on(2024, 3, 1));

    scenario.when(TO_ACTIVIST, on(2024, 2, 29)).isRefusedWith(
        new StageTooEarly(STANDING, "applicant", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 2, 29)), applied);
  }

  @Test
  void what_a_stage_needs_is_shown() {
    scenario.given(application());

    scenario.when(advance("activist"))
        .isRefusedWith(new EvidenceMissing(STANDING, "activist", List.of("recommendation")), scenario.defined);
    scenario.when(advance("activist", "opinions"))
        .isRefusedWith(new EvidenceMissing(STANDING, "activist", List.of("recommendation")), scenario.defined);
  }

  @Test
  void a_talk_meets_the_need_of_one_and_is_cited() {
    long defined = scenario.given(new DefineLadder(PARTY, 2, List.of(LadderStage.of("applicant", "branch"),
        LadderStage.of("activist", "branch", "talk"), LadderStage.of("full", "branch", "talk"))));
    scenario.given(application());
    scenario.when(advance("activist"))
        .isRefusedWith(new EvidenceMissing(STANDING, "activist", List.of("talk")), defined);
    EventId talk = scenario.ledger.id(scenario.given(HoldTalk.of(STANDING, RIDER, SECRETARY)));

    scenario.when(advance("activist")).isAccepted();

    assertThat(lastReached().talk()).contains(talk);
    assertThat(scenario.lastTags()).contains(talk.tag());
    scenario.when(advance("full")).isRefusedWith(new EvidenceMissing(STANDING, "full", List.of("talk")), defined);
  }

  @Test
  void nobody_decides_about_themselves() {
    long applied = scenario.given(application());

    scenario.when(new AdvanceStage(STANDING, RIDER, "activist", List.of(SECRETARY, RIDER), List.of()))
        .isRefusedWith(new SelfDecision(STANDING, RIDER), applied);
    scenario.ledger.when(TO_ACTIVIST, Actor.of(RIDER, "secretary"))
        .isRefusedWith(new SelfDecision(STANDING, RIDER), applied);
  }

  @Test
  void a_stage_can_take_an_age_of_its_own() {
    PersonId youth = new PersonId("youth");
    long registered = scenario.given(RegisterPerson.of(youth, Optional.of(false), Optional.empty()));
    scenario.given(new DefineLadder(PARTY, 2,
        List.of(LadderStage.of("applicant", "branch"), LadderStage.of("activist", "branch").from(18))));
    scenario.given(application(STANDING, youth));

    scenario.when(new AdvanceStage(STANDING, youth, "activist", List.of(SECRETARY), List.of()))
        .isRefusedWith(new UnderAge(youth, "activist", 18), registered);
  }

  @Test
  void deciders_and_standings_must_be_there() {
    scenario.when(TO_ACTIVIST).isRefusedForLackOf("standing:s-1 in Beginning", new UnknownStanding(STANDING));
    scenario.given(application());
    scenario.when(new AdvanceStage(STANDING, RIDER, "activist", List.of(NOBODY), List.of()))
        .isRefusedForLackOf("person:nobody in PersonRegistered", new UnknownPerson(NOBODY));
  }

  @Test
  void a_standing_goes_with_its_person() {
    long applied = scenario.given(application());

    scenario.when(new AdvanceStage(STANDING, OTHER, "activist", List.of(SECRETARY), List.of()))
        .isRefusedWith(new StandingOfAnother(STANDING, OTHER), applied);
    scenario.when(HoldTalk.of(STANDING, OTHER, SECRETARY))
        .isRefusedWith(new StandingOfAnother(STANDING, OTHER), applied);
  }

  @Test
  void nothing_goes_on_in_a_closed_standing() {
    scenario.given(application());
    long withdrawn = scenario.given(new WithdrawStanding(STANDING, RIDER));
    StandingClosed closed = new StandingClosed(STANDING, StandingEnd.WITHDRAWN);

    scenario.when(TO_ACTIVIST).isRefusedWith(closed, withdrawn);
    scenario.when(HoldTalk.of(STANDING, RIDER, SECRETARY)).isRefusedWith(closed, withdrawn);
  }

  @Test
  void a_talk_is_kept_with_its_notes_sealed() {
    scenario.given(application());

    scenario.when(new HoldTalk(STANDING, RIDER, SECRETARY, Optional.of(Sealed.of("Why join?"))))
        .isAcceptedWith(new TalkHeld(STANDING, RIDER, PARTY, COMMUNITY, SECRETARY,
            Optional.of(RuleScenario.sealed(RIDER, "STANDING", "Why join?"))));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(STANDING.tag(), RIDER.tag(), PARTY.tag(), COMMUNITY.tag(),
        Tag.parse("subject:person:rider-01"));
    scenario.when(HoldTalk.of(STANDING, RIDER, NOBODY))
        .isRefusedForLackOf("person:nobody in PersonRegistered", new UnknownPerson(NOBODY));
    scenario.when(HoldTalk.of(new StandingId("s-9"), RIDER, SECRETARY))
        .isRefusedForLackOf("standing:s-9 in Beginning", new UnknownStanding(new StandingId("s-9")));
  }

  @Test
  void a_stage_on_which_a_later_one_rests_is_replaced_not_taken_back() {
    long activist = activistSince(on(2023, 6, 1));
    long candidate = scenario.given(TO_CANDIDATE, on(2024, 6, 1));

    assertThat(scenario.whenRetracted(activist).refusalName()).contains("DependentEvents");
    scenario.whenRetracted(activist, TO_ACTIVIST).isAccepted();
    scenario.whenRetracted(candidate).isAccepted();
  }

  @Test
  void somebody_decided_and_notes_are_not_blank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdvanceStage(STANDING, RIDER, "activist", List.of(), List.of()))
        .withMessage("deciders must name who decided");
    assertThatIllegalArgumentException().isThrownBy(() -> advance("two words"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HoldTalk(STANDING, RIDER, CLERK.who(), Optional.of(Sealed.of(" "))))
        .withMessage("notes must not be blank");
  }

  private long activistSince(When since) {
    scenario.given(application(), on(2019, 1, 1));
    return scenario.given(TO_ACTIVIST, since);
  }

  private StageReached lastReached() {
    return (StageReached) scenario.ledger.at(scenario.ledger.last()).event();
  }
}
