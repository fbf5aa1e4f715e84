package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.membership.MembershipScenario.APPROVAL;
import static org.communityledger.membership.MembershipScenario.BRANCH;
import static org.communityledger.membership.MembershipScenario.CHIEF;
import static org.communityledger.membership.MembershipScenario.COMMUNITY;
import static org.communityledger.membership.MembershipScenario.ESTATE;
import static org.communityledger.membership.MembershipScenario.OTHER;
import static org.communityledger.membership.MembershipScenario.PARTY;
import static org.communityledger.membership.MembershipScenario.RIDER;
import static org.communityledger.membership.MembershipScenario.SECRETARY;
import static org.communityledger.membership.MembershipScenario.STANDING;
import static org.communityledger.membership.MembershipScenario.STATION;
import static org.communityledger.membership.MembershipScenario.branch;
import static org.communityledger.membership.MembershipScenario.member;
import static org.communityledger.membership.MembershipScenario.on;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Unknown.UnknownLadder;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipCommand.DissolveBranch;
import org.communityledger.membership.MembershipCommand.EndStanding;
import org.communityledger.membership.MembershipCommand.FoundBranch;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.membership.MembershipEvent.BranchDissolved;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipRefusal.AlreadyRegistered;
import org.communityledger.membership.MembershipRefusal.NotABranch;
import org.communityledger.membership.MembershipRefusal.OpenStandings;
import org.communityledger.membership.MembershipRefusal.OrgDissolved;
import org.communityledger.membership.MembershipRefusal.TooFewFounders;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyRefusal;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceRefusal.SiteClosed;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchesTest {
  private static final FoundBranch FOUNDING = branch(RIDER, OTHER, SECRETARY);
  private static final PersonId NEWCOMER = new PersonId("rider-09");

  private final MembershipScenario scenario = new MembershipScenario();

  @Test
  void a_branch_is_founded_by_three_at_the_last_stage_and_is_an_organisation_from_then_on() {
    List<EventId> holding = scenario.threeMembers().stream().map(scenario.ledger::id).toList();
    scenario.approveBranch();

    scenario.when(FOUNDING).isAcceptedWith(new BranchFounded(BRANCH, "骑手党支部", Optional.of(COMMUNITY),
        Optional.of(STATION), Optional.of(ESTATE), PARTY, List.of(RIDER, OTHER, SECRETARY), 3, holding,
        Optional.of(APPROVAL)));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(BRANCH.tag(), COMMUNITY.tag(), STATION.tag(), PARTY.tag(),
        APPROVAL.tag(), RIDER.tag(), OTHER.tag(), SECRETARY.tag(), holding.get(0).tag(), holding.get(1).tag(),
        holding.get(2).tag());
    scenario.when(new RegisterOrg(new OrgId("group"), "GROUP", "小组", true, Optional.of(BRANCH), Optional.empty()))
        .isAccepted();
  }

  @Test
  void a_branch_that_rests_on_no_site_is_where_its_parent_is() {
    scenario.threeMembers();
    scenario.approveBranch();

    scenario.given(restingOn(Optional.empty()));

    BranchFounded founded = (BranchFounded) scenario.ledger.at(scenario.ledger.last()).event();
    assertThat(founded.place()).contains(ESTATE);
    assertThat(founded.kind()).isEqualTo("BRANCH");
    assertThat(founded.nameComplete()).isTrue();
  }

  @Test
  void two_founders_are_too_few() {
    long first = scenario.given(member("m-1", RIDER));
    long second = scenario.given(member("m-2", OTHER));
    scenario.approveBranch();

    scenario.when(branch(RIDER, OTHER)).isRefusedWith(new TooFewFounders(BRANCH, PARTY, 2, 3), first, second);
  }

  @Test
  void founders_who_are_not_at_the_last_stage_do_not_count() {
    long first = scenario.given(member("m-1", RIDER));
    long second = scenario.given(member("m-2", OTHER));
    long applied = scenario.given(MembershipScenario.application(STANDING, SECRETARY));
    scenario.approveBranch();

    scenario.when(FOUNDING).isRefusedWith(new TooFewFounders(BRANCH, PARTY, 2, 3), first, second, applied);
  }

  @Test
  void founders_whose_standing_ended_do_not_count() {
    List<Long> members = scenario.threeMembers();
    scenario.given(new WithdrawStanding(new StandingId("m-1"), RIDER));
    scenario.approveBranch();

    scenario.when(FOUNDING).isRefusedWith(new TooFewFounders(BRANCH, PARTY, 2, 3), members.get(1), members.get(2));
  }

  @Test
  void where_none_of_the_founders_has_a_standing_it_is_said_what_was_looked_for() {
    scenario.approveBranch();

    scenario.when(branch(RIDER)).isRefusedForLackOf(
        "ladder:party and person:rider-01 in Beginning|Ending|StageReached", new TooFewFounders(BRANCH, PARTY, 0, 3));
    scenario.when(branch()).isRefusedWith(new TooFewFounders(BRANCH, PARTY, 0, 3));
  }

  @Test
  void there_may_be_more_founders_than_have_reached_the_last_stage() {
    scenario.threeMembers();
    scenario.register(NEWCOMER);
    scenario.approveBranch();

    scenario.when(branch(RIDER, OTHER, SECRETARY, NEWCOMER)).isAccepted();
  }

  @Test
  void the_last_stage_is_that_of_the_version_by_which_it_was_reached() {
    scenario.threeMembers();
    scenario.given(new DefineLadder(PARTY, 2,
        List.of(LadderStage.of("full", "branch"), LadderStage.of("elder", "branch"))));
    scenario.approveBranch();

    scenario.when(FOUNDING).isAccepted();
  }

  @Test
  void members_who_came_up_the_ladder_found_branches_too() {
    scenario.given(new DefineLadder(PARTY, 2,
        List.of(LadderStage.of("applicant", "branch"), LadderStage.of("full", "branch"))));
    scenario.given(member("m-2", OTHER));
    scenario.given(member("m-3", SECRETARY));
    scenario.given(MembershipScenario.application());
    scenario.given(new AdvanceStage(STANDING, RIDER, "full", List.of(SECRETARY), List.of()));
    scenario.approveBranch();

    scenario.when(FOUNDING).isAccepted();
  }

  @Test
  void founding_takes_an_approval_by_somebody_else() {
    scenario.threeMembers();

    scenario.when(FOUNDING).isRefusedForLackOf("approval:approval in ApprovalGiven",
        new ApprovalMissing(Optional.of(APPROVAL), "membership.FoundBranch", BRANCH.tag()));
    long approved = scenario.approveBranch();
    scenario.ledger.when(FOUNDING, CHIEF).isRefusedWith(new SelfApproval(APPROVAL, CHIEF.who()), approved);
    scenario.when(FOUNDING).isAccepted();
  }

  @Test
  void an_approval_of_another_act_does_not_do() {
    scenario.threeMembers();
    long other = scenario.ledger
        .given(new GiveApproval(APPROVAL, "membership.FoundBranch", COMMUNITY.tag(), Optional.empty()), CHIEF);

    scenario.when(FOUNDING).isRefusedWith(
        new ApprovalMissing(Optional.of(APPROVAL), "membership.FoundBranch", BRANCH.tag()), other);
  }

  @Test
  void an_id_stands_for_one_organisation() {
    scenario.threeMembers();
    scenario.approveBranch();
    long founded = scenario.given(FOUNDING);

    scenario.when(FOUNDING).isRefusedWith(new AlreadyRegistered(BRANCH), founded);
    scenario.when(new RegisterOrg(BRANCH, "BRANCH", "支部", true, Optional.empty(), Optional.empty()))
        .isRefusedWith(new PartyRefusal.AlreadyRegistered(BRANCH), founded);
  }

  @Test
  void parent_founders_site_and_ladder_must_be_there() {
    OrgId nothing = new OrgId("nothing");
    scenario.when(new FoundBranch(BRANCH, "支部", nothing, Optional.empty(), PARTY, List.of(), APPROVAL))
        .isRefusedForLackOf("org:nothing in OrgRegistration", new UnknownOrg(nothing));
    scenario.when(branch(NEWCOMER))
        .isRefusedForLackOf("person:rider-09 in PersonRegistered", new UnknownPerson(NEWCOMER));
    SiteId nowhere = new SiteId("nowhere");
    scenario.when(restingOn(Optional.of(nowhere)))
        .isRefusedForLackOf("site:nowhere in SiteOpened", new UnknownSite(nowhere));
    LadderId none = new LadderId("none");
    scenario.when(new FoundBranch(BRANCH, "支部", COMMUNITY, Optional.empty(), none, List.of(RIDER), APPROVAL))
        .isRefusedForLackOf("ladder:none in LadderDefined", new UnknownLadder(none));
  }

  @Test
  void no_branch_rests_on_a_closed_site() {
    scenario.threeMembers();
    scenario.approveBranch();
    long closed = scenario.given(new CloseSite(STATION));

    scenario.when(FOUNDING).isRefusedWith(new SiteClosed(STATION), closed);
  }

  @Test
  void no_branch_belongs_to_one_that_is_no_more() {
    founded();
    long dissolved = scenario.given(new DissolveBranch(BRANCH));

    scenario.when(new FoundBranch(new OrgId("group"), "小组", BRANCH, Optional.empty(), PARTY, List.of(RIDER), APPROVAL))
        .isRefusedWith(new OrgDissolved(BRANCH), dissolved);
  }

  @Test
  void a_branch_is_dissolved_once() {
    EventId founding = scenario.ledger.id(founded());

    scenario.when(new DissolveBranch(BRANCH)).isAcceptedWith(
        new BranchDissolved(BRANCH, Optional.of(STATION), List.of(RIDER, OTHER, SECRETARY), founding));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(BRANCH.tag(), STATION.tag(), founding.tag(), RIDER.tag(),
        OTHER.tag(), SECRETARY.tag());
    scenario.when(new DissolveBranch(BRANCH)).isRefusedWith(new OrgDissolved(BRANCH), scenario.ledger.last());
  }

  @Test
  void a_branch_in_which_somebody_has_a_standing_is_not_dissolved() {
    founded();
    scenario.register(NEWCOMER);
    long applied = scenario.given(new Apply(STANDING, NEWCOMER, PARTY, BRANCH, Sealed.of("I apply")));

    scenario.when(new DissolveBranch(BRANCH)).isRefusedWith(new OpenStandings(BRANCH, List.of(STANDING)), applied);
    scenario.given(new WithdrawStanding(STANDING, NEWCOMER));
    scenario.when(new DissolveBranch(BRANCH)).isAccepted();
  }

  @Test
  void only_branches_are_dissolved() {
    scenario.when(new DissolveBranch(COMMUNITY)).isRefusedForLackOf("org:community in BranchFounded",
        new NotABranch(COMMUNITY));
    scenario.when(new DissolveBranch(BRANCH)).isRefusedForLackOf("org:rider-branch in OrgRegistration",
        new UnknownOrg(BRANCH));
  }

  @Test
  void a_dissolution_before_later_applications_leaves_them_without_ground() {
    scenario.threeMembers();
    scenario.approveBranch();
    scenario.given(FOUNDING, on(2024, 6, 1));
    scenario.register(NEWCOMER);
    EventId applied = scenario.ledger
        .id(scenario.given(new Apply(STANDING, NEWCOMER, PARTY, BRANCH, Sealed.of("I apply")), on(2024, 7, 20)));
    scenario.given(new EndStanding(STANDING, NEWCOMER), "Moved away");

    long last = scenario.given(new DissolveBranch(BRANCH), on(2024, 7, 1));

    assertThat(scenario.ledger.at(last).event())
        .isEqualTo(new LateConflict(BRANCH.tag(), applied, scenario.ledger.id(last - 1), "OrgDissolved"));
  }

  @Test
  void a_founding_of_a_day_on_which_too_few_were_at_the_last_stage_is_marked() {
    scenario.threeMembers();
    scenario.approveBranch();

    long last = scenario.given(FOUNDING, on(2020, 6, 30));

    EventId founded = scenario.ledger.id(last - 1);
    assertThat(scenario.ledger.at(last).event())
        .isEqualTo(new LateConflict(BRANCH.tag(), founded, founded, "TooFewFounders"));
  }

  @Test
  void what_carries_a_branch_is_replaced_not_taken_back() {
    List<Long> members = scenario.threeMembers();
    scenario.approveBranch();
    scenario.given(FOUNDING);

    assertThat(scenario.whenRetracted(members.getFirst()).refusalName()).contains("DependentEvents");
    scenario.whenRetracted(members.getFirst(), member("m-1", RIDER)).isAccepted();
  }

  @Test
  void a_branch_in_which_people_are_is_put_right_under_its_id() {
    long founded = founded();
    scenario.register(NEWCOMER);
    scenario.given(new Apply(STANDING, NEWCOMER, PARTY, BRANCH, Sealed.of("I apply")));
    FoundBranch renamed = new FoundBranch(BRANCH, "小哥党支部", COMMUNITY, Optional.of(STATION), PARTY,
        List.of(RIDER, OTHER, SECRETARY), APPROVAL);

    assertThat(scenario.whenRetracted(founded).refusalName()).contains("DependentEvents");
    scenario.whenRetracted(founded, renamed).isAccepted();

    assertThat(((BranchFounded) scenario.ledger.at(scenario.ledger.last()).event()).name()).isEqualTo("小哥党支部");
  }

  @Test
  void nobody_founds_a_branch_twice_over() {
    assertThatIllegalArgumentException().isThrownBy(() -> branch(RIDER, RIDER))
        .withMessage("founders must not name anybody twice");
    assertThatIllegalArgumentException().isThrownBy(
        () -> new FoundBranch(BRANCH, " ", COMMUNITY, Optional.empty(), PARTY, List.of(), APPROVAL));
  }

  private long founded() {
    scenario.threeMembers();
    scenario.approveBranch();
    return scenario.given(FOUNDING);
  }

  private static FoundBranch restingOn(Optional<SiteId> site) {
    return new FoundBranch(BRANCH, "骑手党支部", COMMUNITY, site, PARTY, List.of(RIDER, OTHER, SECRETARY), APPROVAL);
  }
}
