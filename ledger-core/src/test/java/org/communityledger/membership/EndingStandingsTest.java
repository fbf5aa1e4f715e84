package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.membership.MembershipScenario.COMMUNITY;
import static org.communityledger.membership.MembershipScenario.OTHER;
import static org.communityledger.membership.MembershipScenario.PARTY;
import static org.communityledger.membership.MembershipScenario.RIDER;
import static org.communityledger.membership.MembershipScenario.SECRETARY;
import static org.communityledger.membership.MembershipScenario.STANDING;
import static org.communityledger.membership.MembershipScenario.advance;
import static org.communityledger.membership.MembershipScenario.application;
import static org.communityledger.membership.MembershipScenario.on;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.decide.CommonRefusal.AlreadyErased;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownStanding;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipCommand.EndStanding;
import org.communityledger.membership.MembershipCommand.HoldTalk;
import org.communityledger.membership.MembershipCommand.RejectApplication;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.membership.MembershipEvent.ApplicationRejected;
import org.communityledger.membership.MembershipEvent.StandingEnded;
import org.communityledger.membership.MembershipEvent.StandingWithdrawn;
import org.communityledger.membership.MembershipRefusal.SelfDecision;
import org.communityledger.membership.MembershipRefusal.StandingClosed;
import org.communityledger.membership.MembershipRefusal.StandingOfAnother;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EndingStandingsTest {
  private static final RejectApplication REJECT = new RejectApplication(STANDING, RIDER);
  private static final WithdrawStanding WITHDRAW = new WithdrawStanding(STANDING, RIDER);
  private static final EndStanding END = new EndStanding(STANDING, RIDER);

  private final MembershipScenario scenario = new MembershipScenario();

  static Stream<MembershipCommand.OfStanding> endings() {
    return Stream.of(REJECT, WITHDRAW, END);
  }

  @Test
  void an_application_is_turned_down_for_a_reason() {
    scenario.given(application());

    scenario.when(REJECT).isRefusedWith(new ReasonMissing("membership.RejectApplication"));
    scenario.when(REJECT, "Not yet").isAcceptedWith(new ApplicationRejected(STANDING, RIDER, PARTY, COMMUNITY));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(STANDING.tag(), RIDER.tag(), PARTY.tag(), COMMUNITY.tag(),
        Tag.parse("subject:person:rider-01"));
  }

  @Test
  void a_person_takes_a_standing_back_without_saying_why() {
    scenario.given(application());

    scenario.when(WITHDRAW).isAcceptedWith(new StandingWithdrawn(STANDING, RIDER, PARTY, COMMUNITY));
  }

  @Test
  void a_standing_ends_for_a_reason() {
    scenario.given(MembershipScenario.member("s-1", RIDER));

    scenario.when(END).isRefusedWith(new ReasonMissing("membership.EndStanding"));
    scenario.when(END, "Moved away").isAcceptedWith(new StandingEnded(STANDING, RIDER, PARTY, COMMUNITY));
  }

  @Test
  void nobody_turns_their_own_application_down() {
    long applied = scenario.given(application());

    scenario.ledger.when(REJECT, Actor.of(RIDER, "secretary"), "Not yet")
        .isRefusedWith(new SelfDecision(STANDING, RIDER), applied);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void a_standing_ends_once(MembershipCommand.OfStanding ending) {
    scenario.given(application());
    long ended = scenario.given(END, "Moved away");

    scenario.when(ending, "Again").isRefusedWith(new StandingClosed(STANDING, StandingEnd.ENDED), ended);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void only_what_began_ends(MembershipCommand.OfStanding ending) {
    scenario.when(ending, "Gone").isRefusedForLackOf("standing:s-1 in Beginning", new UnknownStanding(STANDING));
  }

  @Test
  void a_standing_ends_under_the_name_of_its_person() {
    long applied = scenario.given(application());

    scenario.when(new EndStanding(STANDING, OTHER), "Gone")
        .isRefusedWith(new StandingOfAnother(STANDING, OTHER), applied);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void an_end_before_later_stages_and_talks_leaves_them_without_ground(MembershipCommand.OfStanding ending) {
    scenario.given(application(), on(2024, 1, 5));
    scenario.given(HoldTalk.of(STANDING, RIDER, SECRETARY), on(2024, 2, 5));
    EventId talk = scenario.ledger.id(scenario.given(HoldTalk.of(STANDING, RIDER, SECRETARY), on(2024, 4, 5)));
    EventId activist = scenario.ledger
        .id(scenario.given(advance("activist", "recommendation"), on(2024, 5, 5)));

    long last = scenario.given(ending, "Withdrew in March", on(2024, 3, 5));

    EventId end = scenario.ledger.id(last - 2);
    assertThat(scenario.ledger.at(last - 2).event()).isInstanceOf(MembershipEvent.Ending.class);
    assertThat(scenario.ledger.at(last - 1).event())
        .isEqualTo(new LateConflict(STANDING.tag(), talk, end, "StandingClosed"));
    assertThat(scenario.ledger.at(last).event())
        .isEqualTo(new LateConflict(STANDING.tag(), activist, end, "StandingClosed"));
    assertThat(scenario.ledger.at(last).tags()).contains(activist.tag(), end.tag(), STANDING.tag());
  }

  @Test
  void an_end_whose_date_overlaps_is_no_conflict() {
    scenario.given(application(), on(2024, 1, 5));
    scenario.given(advance("activist", "recommendation"), on(2024, 5, 5));

    scenario.given(END, "Left in spring",
        When.during(on(2024, 3, 1).earliest().orElseThrow(), on(2024, 5, 31).earliest().orElseThrow()));

    assertThat(scenario.ledger.at(scenario.ledger.last()).event()).isInstanceOf(StandingEnded.class);
  }

  @Test
  void a_founder_who_had_left_before_leaves_the_branch_without_ground() {
    scenario.threeMembers();
    scenario.approveBranch();
    EventId founded = scenario.ledger
        .id(scenario.given(MembershipScenario.branch(RIDER, OTHER, SECRETARY), on(2024, 6, 1)));

    long last = scenario.given(new EndStanding(MembershipScenario.member("m-1", RIDER).standing(), RIDER), "Moved away",
        on(2024, 5, 1));

    assertThat(scenario.ledger.at(last).event()).isEqualTo(new LateConflict(MembershipScenario.BRANCH.tag(), founded,
        scenario.ledger.id(last - 1), "TooFewFounders"));
  }

  @Test
  void a_branch_with_founders_to_spare_keeps_its_ground_until_too_few_are_left() {
    PersonId fourth = new PersonId("rider-04");
    scenario.register(fourth);
    scenario.threeMembers();
    scenario.given(MembershipScenario.member("m-4", fourth));
    scenario.approveBranch();
    EventId founded = scenario.ledger
        .id(scenario.given(MembershipScenario.branch(RIDER, OTHER, SECRETARY, fourth), on(2024, 6, 1)));

    long first = scenario.given(new EndStanding(MembershipScenario.member("m-1", RIDER).standing(), RIDER),
        "Moved away",
        on(2024, 5, 1));
    long second = scenario.given(new EndStanding(MembershipScenario.member("m-2", OTHER).standing(), OTHER),
        "Moved away",
        on(2024, 5, 2));

    assertThat(scenario.ledger.at(first).event()).isInstanceOf(StandingEnded.class);
    assertThat(scenario.ledger.at(second).event()).isEqualTo(new LateConflict(MembershipScenario.BRANCH.tag(), founded,
        scenario.ledger.id(second - 1), "TooFewFounders"));
  }

  @Test
  void a_founder_who_leaves_later_takes_nothing_away() {
    scenario.threeMembers();
    scenario.approveBranch();
    scenario.given(MembershipScenario.branch(RIDER, OTHER, SECRETARY), on(2024, 6, 1));

    scenario.given(new EndStanding(MembershipScenario.member("m-1", RIDER).standing(), RIDER), "Moved away",
        on(2024, 7, 1));

    assertThat(scenario.ledger.at(scenario.ledger.last()).event()).isInstanceOf(StandingEnded.class);
  }

  @Test
  void of_a_forgotten_person_no_reason_is_kept_but_the_standing_can_be_taken_back() {
    scenario.given(application());
    ApprovalId erasure = new ApprovalId("erasure");
    scenario.ledger.given(new GiveApproval(erasure, "records.EraseSubject", RIDER.tag(), Optional.empty()),
        MembershipScenario.CHIEF);
    scenario.given(new EraseSubject(RIDER.tag(), "request", erasure));

    scenario.when(END, "Moved away").isRefusedWith(new AlreadyErased(RIDER.tag()), scenario.ledger.last());
    scenario.when(WITHDRAW).isAccepted();
  }

  @Test
  void ways_to_end_have_words() {
    assertThat(List.of(StandingEnd.values())).extracting(StandingEnd::english)
        .containsExactly("rejected", "withdrawn", "ended");
  }
}
