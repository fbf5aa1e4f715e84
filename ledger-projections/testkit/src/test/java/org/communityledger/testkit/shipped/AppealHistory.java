package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/** Four appeals and a hazard: one heard, one whose hearing was taken back, one declined, one of which nobody knows when. */
final class AppealHistory {
  static final CaseId PAY = new CaseId("pay");
  static final CaseId LIFT = new CaseId("lift");
  static final CaseId NOISE = new CaseId("noise");
  static final CaseId SHADE = new CaseId("shade");
  static final CaseId WALL = new CaseId("wall");
  static final ActivityId MEETING = new ActivityId("joint-meeting");
  static final LocalDate JUNE_1 = LocalDate.of(2024, 6, 1);

  private static final OrgId OFFICE = new OrgId("kaiyuan");
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk").onBehalfOf(OFFICE);
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office").onBehalfOf(OFFICE);

  private AppealHistory() {}

  static void tell(LedgerScenario ledger) {
    ledger.at(JUNE_1).as(CLERK).given(report(PAY, CaseKind.APPEAL), report(LIFT, CaseKind.APPEAL),
        report(NOISE, CaseKind.APPEAL), report(WALL, CaseKind.HAZARD)); // c1
    ledger.at(JUNE_1.plusDays(20))
        .occurred(new When(Optional.of(JUNE_1), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()))
        .given(report(SHADE, CaseKind.APPEAL)); // c2
    ledger.at(JUNE_1.plusDays(21)).given(new CaseAccepted(LIFT, OFFICE, Optional.empty(), Optional.empty()),
        new CaseDeclined(NOISE, DeclineGround.UNCLEAR, Optional.empty())); // c3
    ledger.given(heard(PAY), heard(LIFT), heard(WALL)); // c4
    ledger.at(JUNE_1.plusDays(22)).given(heard(PAY)); // c5
    ApprovalId approval = new ApprovalId("to-take-back");
    ledger.as(CHIEF).when(new GiveApproval(approval, "records.RetractEvent", id("c4.1").tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(id("c4.1"), approval, List.of()));
  }

  private static CaseReported report(CaseId id, CaseKind kind) {
    return new CaseReported(id, kind, "other", new PlaceId("yunqiyuan"), Optional.empty(), Severity.UNRATED,
        Optional.empty(), Optional.empty(), Channel.MEETING, Optional.empty(), Optional.empty());
  }

  private static CaseHeard heard(CaseId id) {
    return new CaseHeard(id, MEETING, Optional.empty(), id("c9.0"));
  }

  private static EventId id(String text) {
    return EventId.parse(text);
  }
}
