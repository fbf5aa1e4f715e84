package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.ResumeCase;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/**
 * Seven cases of June 2024: one in time, one of which nobody knows, one at rest, one without a due date, one extended too
 * late, one the same as another for a while, one to be done again; a rating taken back, a resumption corrected.
 */
final class RatesHistory {
  static final LocalDate JUNE_3 = LocalDate.of(2024, 6, 3);
  static final OrgId OFFICE = new OrgId("kaiyuan");
  static final CaseId LAMP = new CaseId("lamp");
  static final CaseId DRAIN = new CaseId("drain");
  static final CaseId GATE = new CaseId("gate");
  static final CaseId BENCH = new CaseId("bench");
  static final CaseId TREE = new CaseId("tree");
  static final CaseId BULB = new CaseId("bulb");
  static final CaseId ROAD = new CaseId("road");

  private static final OrgId GUODONG = new OrgId("guodong");
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk").onBehalfOf(OFFICE);
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office").onBehalfOf(OFFICE);
  private static final EventId EARLIER = EventId.parse("earlier.0");

  private RatesHistory() {}

  static void tell(LedgerScenario ledger) {
    ledger.at(JUNE_3).as(CLERK).occurred(When.during(JUNE_3.minusDays(2), JUNE_3)).given(report(LAMP), report(DRAIN),
        report(GATE), report(BENCH), report(TREE), report(BULB), report(ROAD));
    ledger.at(JUNE_3).given(accepted(LAMP, 10), accepted(DRAIN, 10), accepted(GATE, 17), accepted(TREE, 11),
        accepted(BULB, 10), accepted(ROAD, 20), new CaseAccepted(BENCH, OFFICE, Optional.empty(), Optional.empty()));
    ledger.at(day(5)).given(assigned(LAMP), assigned(DRAIN), assigned(ROAD), new CaseMarkedDuplicate(BULB, LAMP));
    ledger.given(new AssignmentReturned(ROAD, EARLIER));
    ledger.at(day(6)).given(assigned(ROAD), new WorkStarted(ROAD, EARLIER), new WorkStarted(LAMP, EARLIER));
    ledger.at(day(9)).given(completed(LAMP), completed(DRAIN), completed(ROAD));
    ledger.given(verified(LAMP), verified(DRAIN), new WorkRejected(ROAD, Optional.empty(), EARLIER));
    ledger.at(day(10)).given(closed(LAMP, CaseOutcome.FIXED));
    ledger.given(rated(LAMP, Optional.of(true), Optional.of("very well done")), rated(BENCH, Optional.empty(),
        Optional.of("as promised")));
    retract(ledger, "rating", List.of());
    ledger.at(day(15)).occurred(When.during(day(12), day(15))).given(closed(DRAIN, CaseOutcome.FIXED));
    ledger.at(day(16)).given(new DeadlineExtended(TREE, day(25), 1, Optional.empty()));
    ledger.at(day(18)).given(completed(ROAD), verified(ROAD), closed(ROAD, CaseOutcome.PARTLY_FIXED),
        new CaseSuspended(GATE, day(40), Optional.empty()), new DuplicateUnmarked(BULB, LAMP, EARLIER));
    ledger.at(day(24)).given(closed(TREE, CaseOutcome.ANSWERED));
    ledger.at(day(31)).when(new ResumeCase(GATE));
    retract(ledger, "resumption", List.of(new Replacement(new ResumeCase(GATE), Optional.of(When.on(day(30))))));
    ledger.at(day(33)).given(new CaseReopened(ROAD, 1, day(50), EARLIER));
    ledger.given(new CaseReported(new CaseId("noise"), CaseKind.QUERY, "noise", new PlaceId("yunqiyuan"),
        Optional.empty(), Severity.LOW, Optional.empty(), Optional.empty(), Channel.HOTLINE, Optional.empty(),
        Optional.empty()), new CaseDeclined(new CaseId("noise"), DeclineGround.UNFOUNDED, Optional.empty()));
    Command rating = RateCase.of(ROAD, Optional.of(true), Optional.of(true), Optional.of(false), Optional.of(4));
    ledger.when(rating);
    retract(ledger, "second rating", List.of(new Replacement(
        RateCase.of(ROAD, Optional.of(true), Optional.of(true), Optional.empty(), Optional.of(3)), Optional.empty())));
  }

  /** The day of June, or what would be that day if June went on. */
  static LocalDate day(int ofJune) {
    return LocalDate.of(2024, 5, 31).plusDays(ofJune);
  }

  /** Takes the last event back. */
  private static void retract(LedgerScenario ledger, String what, List<Replacement> replacements) {
    EventId last = ledger.ledger().reader().event(ledger.position()).id();
    ApprovalId approval = new ApprovalId("to-correct-the-" + what.replace(' ', '-'));
    ledger.as(CHIEF).when(new GiveApproval(approval, "records.RetractEvent", last.tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(last, approval, replacements));
  }

  private static CaseReported report(CaseId id) {
    return new CaseReported(id, CaseKind.HAZARD, "wear", new PlaceId("yunqiyuan"), Optional.empty(), Severity.LOW,
        Optional.empty(), Optional.empty(), Channel.PATROL, Optional.empty(), Optional.empty());
  }

  private static Event accepted(CaseId id, int dueInDays) {
    return new CaseAccepted(id, OFFICE, Optional.empty(), Optional.of(JUNE_3.plusDays(dueInDays)));
  }

  private static Event assigned(CaseId id) {
    return new CaseAssigned(id, GUODONG, "repair", Optional.empty(), Optional.empty());
  }

  private static Event completed(CaseId id) {
    return new WorkCompleted(id, GUODONG, Optional.empty(), Extent.WHOLE, Optional.of(Tally.atLeast(3, Unit.DAY)),
        Optional.empty(), EARLIER);
  }

  private static Event verified(CaseId id) {
    return new WorkVerified(id, Optional.empty(), EARLIER);
  }

  private static Event closed(CaseId id, CaseOutcome outcome) {
    return new CaseClosed(id, outcome, Optional.empty(), Optional.empty());
  }

  private static Event rated(CaseId id, Optional<Boolean> reached, Optional<String> remark) {
    return new CaseRated(id, reached, Optional.of(true), Optional.of(true), Optional.of(5), remark.map(Sealed::of),
        Optional.empty());
  }
}
