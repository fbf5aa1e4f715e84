package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.When;
import org.communityledger.membership.Evidence;
import org.communityledger.membership.LadderStage;
import org.communityledger.membership.MembershipCommand.AdoptStanding;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipCommand.EndStanding;
import org.communityledger.membership.MembershipCommand.FoundBranch;
import org.communityledger.membership.MembershipCommand.HoldTalk;
import org.communityledger.membership.MembershipCommand.RejectApplication;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.membership.Stay;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/**
 * Three members found a branch, three riders apply: everything that can happen to standings, through the rules; some of it
 * dated inexactly, one stage taken back, one application given another date.
 */
final class StandingsHistory {
  static final LocalDate MAY_1 = LocalDate.of(2024, 5, 1);
  static final LadderId PARTY = new LadderId("party");
  static final OrgId COMMUNITY = new OrgId("community");
  static final OrgId BRANCH = new OrgId("branch");
  static final StandingId FIRST = new StandingId("s-1");
  static final StandingId SECOND = new StandingId("s-2");
  static final StandingId THIRD = new StandingId("s-3");
  static final StandingId FOURTH = new StandingId("s-4");
  static final PersonId SECRETARY = member(1);

  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");
  private static final ApprovalId TO_FOUND = new ApprovalId("to-found");

  private StandingsHistory() {}

  static PersonId rider(int number) {
    return new PersonId("rider-" + number);
  }

  static PersonId member(int number) {
    return new PersonId("member-" + number);
  }

  static When may(int from, int to) {
    return When.during(MAY_1.withDayOfMonth(from), MAY_1.withDayOfMonth(to));
  }

  /** A ladder of three stages, the second for a month. */
  static DefineLadder ladder() {
    return new DefineLadder(PARTY, 1, List.of(LadderStage.of("applicant", "branch"),
        LadderStage.of("activist", "branch").staying(Stay.ofMonths(1)), LadderStage.of("full", "branch")));
  }

  static void tell(LedgerScenario ledger) {
    foundBranch(ledger);
    ledger.at(MAY_1.plusDays(1)).when(application(FIRST, rider(1), BRANCH));
    ledger.at(MAY_1.plusDays(3)).occurred(may(1, 3)).when(application(SECOND, rider(2), BRANCH)); // c15.0
    ledger.at(MAY_1.plusDays(3)).when(application(THIRD, rider(3), COMMUNITY));
    ledger.at(MAY_1.plusDays(19)).when(HoldTalk.of(FIRST, rider(1), SECRETARY));
    ledger.when(advance(FIRST, 1, "activist"));
    ledger.at(MAY_1.plusDays(24)).occurred(may(10, 25)).when(advance(SECOND, 2, "activist"));
    ledger.at(LocalDate.of(2024, 6, 20)).when(advance(FIRST, 1, "full")); // c20.0
    ledger.at(LocalDate.of(2024, 6, 25)).occurred(When.on(LocalDate.of(2024, 6, 24))).because("not yet")
        .when(new RejectApplication(THIRD, rider(3)));
    ledger.at(LocalDate.of(2024, 7, 1)).when(application(FOURTH, rider(3), BRANCH));
    ledger.at(LocalDate.of(2024, 7, 2)).when(new WithdrawStanding(FOURTH, rider(3)));
    ledger.at(LocalDate.of(2024, 7, 10)).because("moved away")
        .when(new EndStanding(new StandingId("m-3"), member(3)));
    retract(ledger, "c20.0", List.of());
    retract(ledger, "c15.0",
        List.of(new Replacement(application(SECOND, rider(2), BRANCH), Optional.of(may(2, 2)))));
  }

  private static void foundBranch(LedgerScenario ledger) {
    ledger.at(MAY_1).as(CLERK);
    ledger.when(new RegisterOrg(COMMUNITY, "COMMUNITY", "社区", true, Optional.empty(), Optional.empty()));
    Stream.of(rider(1), rider(2), rider(3), member(1), member(2), member(3))
        .forEach(it -> ledger.when(RegisterPerson.of(it, Optional.of(true), Optional.empty())));
    ledger.when(ladder());
    for (int number = 1; number <= 3; number++) {
      ledger.when(new AdoptStanding(new StandingId("m-" + number), member(number), PARTY, COMMUNITY, "full",
          When.inYear(2019), List.of(Evidence.of("letter"))));
    }
    ledger.as(CHIEF).when(new GiveApproval(TO_FOUND, "membership.FoundBranch", BRANCH.tag(), Optional.empty()));
    ledger.as(CLERK).when(new FoundBranch(BRANCH, "骑手党支部", COMMUNITY, Optional.empty(), PARTY,
        List.of(member(1), member(2), member(3)), TO_FOUND));
  }

  private static Apply application(StandingId standing, PersonId person, OrgId org) {
    return new Apply(standing, person, PARTY, org, Sealed.of("I apply"));
  }

  private static AdvanceStage advance(StandingId standing, int rider, String to) {
    return new AdvanceStage(standing, rider(rider), to, List.<Party>of(SECRETARY), List.of());
  }

  private static void retract(LedgerScenario ledger, String event, List<Replacement> replacements) {
    EventId id = EventId.parse(event);
    ApprovalId approval = new ApprovalId("for-" + event);
    ledger.as(CHIEF).when(new GiveApproval(approval, "records.RetractEvent", id.tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(id, approval, replacements));
  }
}
