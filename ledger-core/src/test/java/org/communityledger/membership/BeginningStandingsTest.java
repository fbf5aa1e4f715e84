package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.membership.MembershipScenario.BRANCH;
import static org.communityledger.membership.MembershipScenario.COMMUNITY;
import static org.communityledger.membership.MembershipScenario.ESTATE;
import static org.communityledger.membership.MembershipScenario.OTHER;
import static org.communityledger.membership.MembershipScenario.PARTY;
import static org.communityledger.membership.MembershipScenario.RIDER;
import static org.communityledger.membership.MembershipScenario.SECOND;
import static org.communityledger.membership.MembershipScenario.SECRETARY;
import static org.communityledger.membership.MembershipScenario.STANDING;
import static org.communityledger.membership.MembershipScenario.application;
import static org.communityledger.membership.MembershipScenario.branch;
import static org.communityledger.membership.MembershipScenario.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.InTheFuture;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownLadder;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipCommand.AdoptStanding;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipCommand.DissolveBranch;
import org.communityledger.membership.MembershipCommand.EndStanding;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.MembershipRefusal.AlreadyRecorded;
import org.communityledger.membership.MembershipRefusal.DuplicateStanding;
import org.communityledger.membership.MembershipRefusal.EvidenceMissing;
import org.communityledger.membership.MembershipRefusal.OrgDissolved;
import org.communityledger.membership.MembershipRefusal.UnderAge;
import org.communityledger.membership.MembershipRefusal.UnknownStage;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BeginningStandingsTest {
  private static final PersonId YOUTH = new PersonId("youth");
  private static final LadderId LEAGUE = new LadderId("league");

  private final MembershipScenario scenario = new MembershipScenario();

  @Test
  void who_applies_is_at_the_first_stage_of_the_ladder_in_force() {
    scenario.when(application())
        .isAcceptedWith(new ApplicationSubmitted(STANDING, RIDER, PARTY, COMMUNITY, "applicant", Optional.empty(), 1,
            definition(),
            Optional.of(ESTATE), RuleScenario.sealed(RIDER, "STANDING", "I apply")));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(STANDING.tag(), RIDER.tag(), PARTY.tag(), COMMUNITY.tag(),
        definition().tag(), Tag.parse("subject:person:rider-01"));
  }

  @Test
  void who_comes_with_a_standing_has_no_application() {
    When since = on(2019, 7, 1);
    Evidence letter = Evidence.of("transfer-letter").saying("No. 7");

    scenario.when(new AdoptStanding(STANDING, RIDER, PARTY, COMMUNITY, "full", since, List.of(letter)))
        .isAcceptedWith(new StandingAdopted(STANDING, RIDER, PARTY, COMMUNITY, "full", since, Optional.empty(), 1,
            definition(),
            Optional.of(ESTATE), List.of(new Evidence("transfer-letter",
                Optional.of(RuleScenario.sealed(RIDER, "STANDING", "No. 7"))))));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(STANDING.tag(), RIDER.tag(), PARTY.tag(), COMMUNITY.tag(),
        definition().tag(), Tag.parse("subject:person:rider-01"));
  }

  @Test
  void nobody_has_two_open_standings_on_a_ladder() {
    long first = scenario.given(application());

    scenario.when(application(SECOND, RIDER)).isRefusedWith(new DuplicateStanding(RIDER, PARTY, STANDING), first);
    scenario.when(MembershipScenario.member("s-2", RIDER))
        .isRefusedWith(new DuplicateStanding(RIDER, PARTY, STANDING), first);
    scenario.when(application(SECOND, OTHER)).isAccepted();
  }

  @Test
  void a_standing_on_another_ladder_is_another_matter() {
    scenario.given(application());
    scenario.given(new DefineLadder(LEAGUE, 1, List.of(LadderStage.of("member", "branch"))));

    scenario.when(new Apply(SECOND, RIDER, LEAGUE, COMMUNITY, Sealed.of("I apply"))).isAccepted();
  }

  @Test
  void after_one_ended_there_can_be_another() {
    scenario.given(application());
    scenario.given(new WithdrawStanding(STANDING, RIDER));

    scenario.when(application(SECOND, RIDER)).isAccepted();
  }

  @Test
  void an_id_stands_for_one_standing() {
    long first = scenario.given(application());

    scenario.when(application(STANDING, OTHER)).isRefusedWith(new AlreadyRecorded(STANDING), first);
    scenario.when(MembershipScenario.member("s-1", OTHER)).isRefusedWith(new AlreadyRecorded(STANDING), first);
  }

  @Test
  void who_is_known_to_be_too_young_does_not_apply() {
    long registered = scenario.given(RegisterPerson.of(YOUTH, Optional.of(false), Optional.empty()));

    scenario.when(application(STANDING, YOUTH)).isRefusedWith(new UnderAge(YOUTH, "applicant", 18), registered);
  }

  @Test
  void who_came_of_age_applies_once_the_registration_says_so() {
    long registered = scenario.given(RegisterPerson.of(YOUTH, Optional.of(false), Optional.empty()));
    scenario.whenRetracted(registered, RegisterPerson.of(YOUTH, Optional.of(true), Optional.empty())).isAccepted();

    scenario.when(application(STANDING, YOUTH)).isAccepted();
  }

  @Test
  void where_nothing_is_known_of_an_age_nobody_is_too_young() {
    scenario.when(application()).isAccepted();
  }

  @Test
  void a_stage_for_younger_ones_is_open_to_all_whose_age_is_not_known() {
    scenario.given(RegisterPerson.of(YOUTH, Optional.of(false), Optional.empty()));
    scenario.given(new DefineLadder(LEAGUE, 1, List.of(LadderStage.of("member", "branch").from(14))));

    scenario.when(new Apply(STANDING, YOUTH, LEAGUE, COMMUNITY, Sealed.of("I apply"))).isAccepted();
  }

  @Test
  void person_organisation_and_ladder_must_be_there() {
    scenario.when(application(STANDING, new PersonId("nobody")))
        .isRefusedForLackOf("person:nobody in PersonRegistered", new UnknownPerson(new PersonId("nobody")));
    scenario.when(new Apply(STANDING, RIDER, PARTY, new OrgId("nothing"), Sealed.of("I apply")))
        .isRefusedForLackOf("org:nothing in OrgRegistration", new UnknownOrg(new OrgId("nothing")));
    scenario.when(new Apply(STANDING, RIDER, LEAGUE, COMMUNITY, Sealed.of("I apply")))
        .isRefusedForLackOf("ladder:league in LadderDefined", new UnknownLadder(LEAGUE));
  }

  @Test
  void nobody_joins_a_branch_that_is_no_more() {
    scenario.threeMembers();
    scenario.approveBranch();
    scenario.given(branch(RIDER, OTHER, SECRETARY));
    long dissolved = scenario.given(new DissolveBranch(BRANCH));
    PersonId late = new PersonId("rider-09");
    scenario.register(late);

    scenario.when(new Apply(STANDING, late, PARTY, BRANCH, Sealed.of("I apply")))
        .isRefusedWith(new OrgDissolved(BRANCH), dissolved);
  }

  @Test
  void who_comes_is_at_a_stage_of_the_ladder() {
    scenario.when(adoption("elder", on(2020, 7, 1), Evidence.of("letter")))
        .isRefusedWith(new UnknownStage(PARTY, 1, "elder"), scenario.defined);
  }

  @Test
  void who_comes_brings_evidence() {
    scenario.when(adoption("full", on(2020, 7, 1))).isRefusedWith(new EvidenceMissing(STANDING, "full", List.of()));
  }

  @Test
  void nobody_comes_with_a_standing_of_the_future() {
    scenario.when(adoption("full", on(2024, 8, 3), Evidence.of("letter")))
        .isRefusedWith(new InTheFuture(LocalDate.of(2024, 8, 3), RuleScenario.TODAY));
    scenario.when(adoption("full", When.inYear(2024), Evidence.of("letter"))).isAccepted();
  }

  @Test
  void an_application_recorded_late_beside_a_standing_of_then_is_marked() {
    scenario.given(application(), on(2024, 1, 10));
    scenario.given(new EndStanding(STANDING, RIDER), "moved away", on(2024, 3, 10));

    scenario.when(application(SECOND, RIDER), on(2024, 2, 10));

    assertThat(scenario.ledger.at(scenario.ledger.last()).event()).isEqualTo(
        new LateConflict(SECOND.tag(), itself(), itself(), "DuplicateStanding"));
  }

  @Test
  void a_standing_of_later_days_is_marked_when_an_earlier_one_is_recorded() {
    long began = scenario.given(application(), on(2024, 2, 10));
    scenario.given(new EndStanding(STANDING, RIDER), "moved away", on(2024, 3, 10));

    scenario.when(application(SECOND, RIDER), on(2024, 1, 10));

    assertThat(scenario.ledger.at(scenario.ledger.last()).event()).isEqualTo(
        new LateConflict(STANDING.tag(), scenario.ledger.id(began), itself(), "DuplicateStanding"));
  }

  @Test
  void an_application_after_the_end_of_another_is_not_marked() {
    scenario.given(application(), on(2024, 1, 10));
    scenario.given(new EndStanding(STANDING, RIDER), "moved away", on(2024, 3, 10));

    scenario.given(application(SECOND, RIDER), on(2024, 3, 10));

    assertThat(scenario.ledger.at(scenario.ledger.last()).event()).isInstanceOf(ApplicationSubmitted.class);
  }

  @Test
  void an_application_on_which_a_standing_rests_is_replaced_not_taken_back() {
    long applied = scenario.given(application());
    scenario.given(new WithdrawStanding(STANDING, RIDER));

    assertThat(scenario.whenRetracted(applied).refusalName()).contains("DependentEvents");
    scenario.whenRetracted(applied, new Apply(STANDING, RIDER, PARTY, COMMUNITY, Sealed.of("I apply, says the form")))
        .isAccepted();
  }

  @Test
  void an_application_says_something() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Apply(STANDING, RIDER, PARTY, COMMUNITY, Sealed.of(" ")))
        .withMessage("document must not be blank");
    assertThatIllegalArgumentException().isThrownBy(() -> Evidence.of("letter").saying(" "))
        .withMessage("document must not be blank");
    assertThatIllegalArgumentException().isThrownBy(() -> Evidence.of("two words"));
    assertThatIllegalArgumentException().isThrownBy(() -> adoption("two words", on(2020, 7, 1)));
  }

  private static AdoptStanding adoption(String stage, When since, Evidence... evidence) {
    return new AdoptStanding(new StandingId("s-1"), RIDER, PARTY, COMMUNITY, stage, since, List.of(evidence));
  }

  /** The first event of the last command. */
  private EventId itself() {
    return scenario.ledger.id(scenario.ledger.last() - 1);
  }

  private EventId definition() {
    return scenario.ledger.id(scenario.defined);
  }
}
