package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
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
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/**
 * A history of three cases in which everything happens that can happen to a case: late, inexactly dated, taken back,
 * corrected.
 */
final class CaseHistory {
  static final CaseId WALL = new CaseId("wall");
  static final CaseId RAILING = new CaseId("railing");
  static final CaseId GEAR = new CaseId("gear");
  static final LocalDate JULY_19 = LocalDate.of(2024, 7, 19);

  private static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  private static final OrgId OFFICE = new OrgId("kaiyuan");
  private static final OrgId GUODONG = new OrgId("guodong");
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk").onBehalfOf(OFFICE);
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office").onBehalfOf(OFFICE);
  private static final ApprovalId APPROVAL = new ApprovalId("to-correct");

  private CaseHistory() {}

  static void tell(LedgerScenario ledger) {
    ledger.at(JULY_19).as(CLERK).occurred(When.notAfter(JULY_19.minusDays(2)).asStated("近日"))
        .given(report(WALL, CaseKind.HAZARD), report(RAILING, CaseKind.HAZARD), report(GEAR, CaseKind.NEED));
    ledger.at(JULY_19).given(new CaseAccepted(WALL, OFFICE, Optional.empty(), Optional.of(JULY_19.plusDays(7))));
    ledger.given(new InterimMeasureTaken(WALL, "fence"));
    ledger.occurred(When.during(JULY_19.minusDays(3), JULY_19)).given(new SurveyRecorded(WALL, Optional.empty())); // c4.0
    ledger.at(JULY_19.plusDays(1)).given(new PlanAgreed(WALL, List.of("demolish"), Optional.empty(), Extent.WHOLE,
        Optional.empty()));
    ledger.given(new CaseAssigned(WALL, GUODONG, "repair", Optional.empty(), Optional.of(id("c2.0"))));
    ledger.given(new AssignmentReturned(WALL, id("c6.0")));
    ledger.given(new CaseAssigned(WALL, GUODONG, "repair", Optional.empty(), Optional.of(id("c2.0"))));
    correctTheSurvey(ledger);
    ledger.at(JULY_19.plusDays(3)).given(new WorkStarted(WALL, id("c8.0")));
    ledger.given(new CaseSuspended(WALL, JULY_19.plusDays(20), Optional.empty()));
    ledger.at(JULY_19.plusDays(5)).given(new CaseResumed(WALL, id("c12.0")));
    ledger.given(new DeadlineExtended(WALL, JULY_19.plusDays(14), 1, Optional.empty()));
    ledger.given(new WorkCompleted(WALL, GUODONG, Optional.of(Tally.about(40, Unit.METRE)), Extent.WHOLE,
        Optional.empty(), Optional.empty(), id("c8.0")));
    ledger.given(new WorkRejected(WALL, Optional.empty(), id("c15.0")));
    ledger.at(JULY_19.plusDays(9)).given(new WorkCompleted(WALL, GUODONG, Optional.empty(), Extent.WHOLE,
        Optional.of(Tally.atLeast(3, Unit.DAY)), Optional.empty(), id("c8.0")));
    ledger.as(CHIEF).given(new WorkVerified(WALL, Optional.empty(), id("c17.0")));
    ledger.given(new CaseClosed(WALL, CaseOutcome.FIXED, Optional.empty(), Optional.of(id("c18.0"))));
    ledger.given(
        new CaseRated(WALL, Optional.of(true), Optional.empty(), Optional.of(false), Optional.of(2), Optional.empty(),
            Optional.of(id("c19.0"))));
    ledger.at(JULY_19.plusDays(30)).given(new CaseReopened(WALL, 1, JULY_19.plusDays(60), id("c19.0")));
    ledger.given(new CaseMarkedDuplicate(RAILING, WALL));
    ledger.given(new DuplicateUnmarked(RAILING, WALL, id("c22.0")));
    ledger.given(new CaseDeclined(GEAR, DeclineGround.NOT_RESPONSIBLE, Optional.of(OFFICE)));
    takeTheMeasureBack(ledger);
    ledger.given(new CaseHeard(WALL, new ActivityId("joint-meeting"), Optional.empty(), id("c9.0")));
  }

  private static void correctTheSurvey(LedgerScenario ledger) {
    ledger.as(CHIEF).when(new GiveApproval(APPROVAL, "records.RetractEvent", id("c4.0").tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(id("c4.0"), APPROVAL,
        List.of(new Replacement(RecordSurvey.of(RAILING), Optional.of(When.on(JULY_19.minusDays(1)))))));
  }

  private static void takeTheMeasureBack(LedgerScenario ledger) {
    ApprovalId approval = new ApprovalId("to-take-back");
    ledger.when(new GiveApproval(approval, "records.RetractEvent", id("c3.0").tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(id("c3.0"), approval, List.of()));
  }

  private static CaseReported report(CaseId id, CaseKind kind) {
    return new CaseReported(id, kind, "leaning-wall", ESTATE, Optional.empty(), Severity.HIGH, Optional.empty(),
        Optional.empty(),
        Channel.PATROL, Optional.empty(), Optional.empty());
  }

  private static EventId id(String text) {
    return EventId.parse(text);
  }
}
