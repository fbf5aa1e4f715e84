package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipCommand.AdoptStanding;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipCommand.FoundBranch;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;

/** A community, its station, riders who want to join, and the ladder that comes with the library. */
final class MembershipScenario {
  static final LadderId PARTY = new LadderId("party");
  static final OrgId COMMUNITY = new OrgId("community");
  static final OrgId BRANCH = new OrgId("rider-branch");
  static final PersonId RIDER = new PersonId("rider-01");
  static final PersonId OTHER = new PersonId("rider-02");
  static final PersonId SECRETARY = new PersonId("secretary");
  static final StandingId STANDING = new StandingId("s-1");
  static final StandingId SECOND = new StandingId("s-2");
  static final PlaceId ESTATE = new PlaceId("estate");
  static final SiteId STATION = new SiteId("rider-station");
  static final ApprovalId APPROVAL = new ApprovalId("approval");

  static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");

  final RuleScenario ledger = new RuleScenario();
  final long defined;
  private int approvals;

  MembershipScenario() {
    given(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.empty(), true));
    given(new RegisterOrg(COMMUNITY, "COMMUNITY", "社区", true, Optional.empty(), Optional.of(ESTATE)));
    given(OpenSite.of(STATION, "STATION", ESTATE, COMMUNITY));
    register(RIDER);
    register(OTHER);
    register(SECRETARY);
    defined = given(DefineLadder.shipped(PARTY));
  }

  long register(PersonId person) {
    return given(RegisterPerson.of(person, Optional.empty(), Optional.empty()));
  }

  static Apply application() {
    return application(STANDING, RIDER);
  }

  static Apply application(StandingId standing, PersonId person) {
    return new Apply(standing, person, PARTY, COMMUNITY, Sealed.of("I apply"));
  }

  static AdoptStanding member(String standing, PersonId person) {
    return new AdoptStanding(new StandingId(standing), person, PARTY, COMMUNITY, "full", on(2020, 7, 1),
        List.of(Evidence.of("transfer-letter")));
  }

  static AdoptStanding adoption(String stage, When since) {
    return new AdoptStanding(STANDING, RIDER, PARTY, COMMUNITY, stage, since, List.of(Evidence.of("letter")));
  }

  static AdvanceStage advance(String to, String... evidence) {
    return new AdvanceStage(STANDING, RIDER, to, List.<Party>of(SECRETARY),
        Arrays.stream(evidence).map(Evidence::of).toList());
  }

  static FoundBranch branch(PersonId... founders) {
    return new FoundBranch(BRANCH, "骑手党支部", COMMUNITY, Optional.of(STATION), PARTY, List.of(founders), APPROVAL);
  }

  static When on(int year, int month, int day) {
    return When.on(LocalDate.of(year, month, day));
  }

  long given(Command command) {
    return ledger.given(command, CLERK);
  }

  long given(Command command, When occurred) {
    return ledger.given(command, CLERK, occurred);
  }

  long given(Command command, String reason) {
    return ledger.given(command, CLERK, reason);
  }

  long given(Command command, String reason, When occurred) {
    return ledger.given(command, CLERK, reason, occurred);
  }

  Answer when(Command command) {
    return ledger.when(command, CLERK);
  }

  Answer when(Command command, When occurred) {
    return ledger.when(command, CLERK, occurred);
  }

  Answer when(Command command, String reason) {
    return ledger.when(command, CLERK, reason);
  }

  /** Approves the founding of the branch under the id that the command of this scenario cites. */
  long approveBranch() {
    return ledger.given(new GiveApproval(APPROVAL, "membership.FoundBranch", BRANCH.tag(), Optional.empty()), CHIEF);
  }

  /** Three persons who came as full members; the positions of the events that took them over. */
  List<Long> threeMembers() {
    return List.of(given(member("m-1", RIDER)), given(member("m-2", OTHER)), given(member("m-3", SECRETARY)));
  }

  /** Asks to take the event at the position back and to record others in its place. */
  Answer whenRetracted(long position, Command... instead) {
    EventId event = ledger.id(position);
    ApprovalId approval = new ApprovalId("a" + approvals++);
    ledger.given(new GiveApproval(approval, "records.RetractEvent", event.tag(), Optional.empty()), CHIEF);
    return when(new RetractEvent(event, approval,
        Arrays.stream(instead).map(it -> new Replacement(it, Optional.empty())).toList()));
  }

  Set<Tag> lastTags() {
    Set<Tag> tags = ledger.at(ledger.last()).tags();
    assertThat(tags).isNotEmpty();
    return tags;
  }
}
