package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.records.Claim;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.LiftHold;
import org.communityledger.records.RecordsCommand.PlaceHold;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsCommand.WithdrawAttestation;
import org.communityledger.testkit.LedgerScenario;

/** What was said of figures, taken back, corrected and withdrawn; somebody forgotten, and somebody held. */
final class RecordsHistory {
  static final LocalDate JULY_19 = LocalDate.of(2024, 7, 19);
  static final OrgId DISTRICT = new OrgId("pingcheng-district");
  static final String OPEN = "cases.open{kind=HAZARD}";
  static final Tag RIDER = new PersonId("rider-05").tag();
  static final Tag WITNESS = new PersonId("witness").tag();
  static final HoldId COURT = new HoldId("court-1");
  static final HoldId AUDIT = new HoldId("audit-1");
  static final Source ARTICLE_D = article("D");
  static final Source ARTICLE_E = article("E");
  static final When LATELY = When.notAfter(JULY_19).asStated("近日");

  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");

  private RecordsHistory() {}

  static void tell(LedgerScenario ledger) {
    ledger.at(JULY_19).as(CLERK).from(ARTICLE_D).occurred(LATELY).given(
        new OrgRegistered(DISTRICT, "GOVERNMENT", "平城区", true, Optional.empty(), Optional.empty()), person(RIDER),
        person(WITNESS), hazard("wall"));
    ledger.when(new Attest(OPEN, Claim.of(items(1)), JULY_19, DISTRICT)); // c2.0
    ledger.from(ARTICLE_E).when(new Attest(OPEN, Claim.of(items(9)), JULY_19, DISTRICT)); // c3.0
    ledger.when(new Attest("cases.open", Claim.stating("task-completed"), JULY_19, DISTRICT)); // c4.0
    ledger.when(new Attest("cases.closed", Claim.of(items(4)), JULY_19, DISTRICT)); // c5.0
    ledger.at(JULY_19.plusDays(3)).when(new WithdrawAttestation(id("c5.0"))); // c6.0
    retract(ledger, "c3.0", List.of(new Replacement(
        new Attest("cases.stage", Claim.of(items(9)), JULY_19, DISTRICT), Optional.empty()))); // c7.0, c8.0, c8.1
    ledger.when(new PlaceHold(COURT, RIDER, "court-order")); // c9.0
    ledger.when(new PlaceHold(AUDIT, WITNESS, "audit"));
    ledger.as(CHIEF)
        .when(new GiveApproval(new ApprovalId("to-lift"), "records.LiftHold", COURT.tag(), Optional.empty()));
    ledger.as(CLERK).at(JULY_19.plusDays(5)).when(new LiftHold(COURT, new ApprovalId("to-lift")));
    ledger.as(CHIEF)
        .when(new GiveApproval(new ApprovalId("to-erase"), "records.EraseSubject", RIDER, Optional.empty()));
    ledger.as(CLERK).when(new EraseSubject(RIDER, "request", new ApprovalId("to-erase")));
  }

  static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }

  static Event hazard(String id) {
    return new CaseReported(new CaseId(id), CaseKind.HAZARD, "leaning-wall", new PlaceId("yunqiyuan"), Optional.empty(),
        Severity.HIGH, Optional.empty(), Optional.empty(), Channel.PATROL, Optional.empty(), Optional.empty());
  }

  private static Event person(Tag tag) {
    return new PersonRegistered(new PersonId(tag.value()), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Source article(String letter) {
    return new Source(Source.Kind.PRESS, "2024-08-02 page 5", Optional.of(letter), Optional.empty(), false, false);
  }

  private static void retract(LedgerScenario ledger, String event, List<Replacement> replacements) {
    ApprovalId approval = new ApprovalId("for-" + event);
    ledger.as(CHIEF).when(new GiveApproval(approval, "records.RetractEvent", id(event).tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(id(event), approval, replacements));
  }

  static EventId id(String text) {
    return EventId.parse(text);
  }
}
