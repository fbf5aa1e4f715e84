package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.aid.Terms;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/** All that can be odd, each once; and then what can be put right, put right. */
final class AnomalyHistory {
  static final CaseId WALL = new CaseId("wall");
  static final CaseId RAILING = new CaseId("railing");
  static final CaseId GEAR = new CaseId("gear");
  static final OrgId OFFICE = new OrgId("kaiyuan");
  static final OrgId GARMENT = new OrgId("garment");
  static final StandingId STANDING = new StandingId("s-1");
  static final ProgrammeId KIT = new ProgrammeId("kit");
  static final SiteId SITE = new SiteId("corner-001");
  static final EventId DESIGNATION = id("c3.0");
  static final EventId CLOSING_CONFLICT = id("c4.1");
  static final EventId ACCEPTANCE = id("c6.0");
  static final EventId REJECTION = id("c13.0");

  private static final OrgId GUODONG = new OrgId("guodong");
  private static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor OWNER = Actor.of(new PersonId("head"), "head of office").onBehalfOf(OFFICE);
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of district");
  private static final Source SEEN = Source.of(Source.Kind.FIRST_HAND, "test");
  private static final Source CONCLUDED = new Source(Source.Kind.PRESS, "2024-08-02 page 5", Optional.of("A"),
      Optional.empty(), false, true);

  private AnomalyHistory() {}

  static LocalDate july(int day) {
    return LocalDate.of(2024, 7, day);
  }

  static void tell(LedgerScenario ledger) {
    ledger.as(CLERK).at(july(1)).given(org(OFFICE, true), org(GARMENT, false), org(GUODONG, true),
        new AliasRecorded(OFFICE.tag(), "街道办", false)); // c1
    ledger.given(new SiteOpened(SITE, "CARING_CORNER", Optional.empty(), ESTATE, OFFICE, Optional.empty(),
        Optional.empty(), Optional.empty()));
    ledger.at(july(20)).given(new SiteDesignated(SITE, "benchmark", OFFICE)); // c3
    ledger.at(july(25)).occurred(When.on(july(9))).when(new CloseSite(SITE)); // c4
    ledger.at(july(26)).given(report(WALL), report(RAILING), report(GEAR));
    ledger.from(CONCLUDED).given(new CaseAccepted(WALL, OFFICE, Optional.empty(), Optional.of(july(29)))); // c6
    ledger.given(new CaseAssigned(WALL, GUODONG, "repair", Optional.empty(), Optional.of(ACCEPTANCE))); // c7
    ledger.from(SEEN).given(new PlanAgreed(WALL, List.of("demolish"), Optional.empty(), Extent.PART, Optional.empty()));
    ledger.given(completed(WALL, Extent.WHOLE, "c7.0")); // c9
    ledger.given(new CaseAccepted(RAILING, OFFICE, Optional.empty(), Optional.empty()),
        new CaseAssigned(RAILING, GUODONG, "repair", Optional.empty(), Optional.of(id("c10.0")))); // c10
    approve(ledger, "to-record", "cases.CompleteWork", RAILING.tag());
    ledger.as(CLERK).irregular("it was falling", new ApprovalId("to-record"))
        .when(CompleteWork.of(RAILING, GUODONG, Optional.empty(), Extent.UNKNOWN, Optional.empty())); // c12
    ledger.given(new WorkRejected(WALL, Optional.empty(), id("c9.0"))); // c13
    retract(ledger, REJECTION, List.of()); // c14, c15
    ledger.at(july(30)).given(new DeadlineExtended(WALL, july(31), 1, Optional.empty())); // c16
    ledger.as(OWNER).given(new CaseRated(WALL, Optional.of(true), Optional.empty(), Optional.of(true),
        Optional.of(5), Optional.empty(), Optional.empty())); // c17
    ledger.as(CLERK).given(new CaseAccepted(GEAR, OFFICE, Optional.empty(), Optional.empty()),
        new CaseClosed(GEAR, CaseOutcome.WITHDRAWN, Optional.empty(), Optional.empty())); // c18
    approve(ledger, "to-erase", "records.EraseSubject", RAILING.tag());
    ledger.as(CLERK).when(new EraseSubject(RAILING.tag(), "request", new ApprovalId("to-erase"))); // c20
    ledger.given(new StageReached(STANDING, new PersonId("p-1"), new LadderId("party"), OFFICE, "ACTIVIST",
        "CANDIDATE", Optional.empty(), 1, id("c1.0"), List.of(), List.of(), false, id("c2.0"), Optional.empty())); // c21
    Terms crowds = Terms.none().withCrowds();
    ledger.given(new ProgrammeOpened(KIT, "夏送清凉", ProgrammeKind.GOODS, List.of(OFFICE), Unit.PERSON, crowds,
        When.on(july(1)), Optional.empty())); // c22
    ledger.given(crowd("d-1", 1));
    ledger.given(new TermsChanged(KIT, 2, crowds.withEntitlement(), List.of()));
    ledger.given(crowd("d-2", 2), crowd("d-3", 2)); // c25
  }

  static void putRight(LedgerScenario ledger) {
    ledger.as(CLERK).at(LocalDate.of(2024, 8, 20)).given(new AliasRecorded(OFFICE.tag(), "街道办", true),
        org(GARMENT, true)); // c26
    retract(ledger, CLOSING_CONFLICT, List.of()); // c27, c28
    retract(ledger, ACCEPTANCE, List.of(
        new Replacement(new AcceptCase(WALL, OFFICE, Optional.empty()), Optional.empty()))); // c29, c30
    ledger.given(new PlanAgreed(WALL, List.of("demolish"), Optional.empty(), Extent.WHOLE, Optional.empty()));
    ledger.given(new CaseReopened(GEAR, 1, LocalDate.of(2024, 9, 1), id("c18.1")));
    ledger.given(new CaseMarkedDuplicate(GEAR, WALL), new DuplicateUnmarked(GEAR, WALL, id("c33.0")),
        new CaseDeclined(GEAR, DeclineGround.UNCLEAR, Optional.empty()));
    ledger.given(new DeliveryReversed(new DeliveryId("d-2"), id("c25.0"), KIT, Optional.empty(), Optional.empty(),
        List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(),
        List.copyOf(crowd("d-2", 2).tags())));
  }

  private static DeliveredToCrowd crowd(String delivery, int termsVersion) {
    return new DeliveredToCrowd(new DeliveryId(delivery), KIT, Optional.empty(), Tally.atLeast(1, Unit.PERSON),
        List.of(), true, Optional.empty(), Optional.empty(), OFFICE, termsVersion, id("c22.0"), Optional.empty(),
        List.of());
  }

  private static OrgRegistered org(OrgId id, boolean nameComplete) {
    return new OrgRegistered(id, "COMPANY", id.value(), nameComplete, Optional.empty(), Optional.empty());
  }

  private static CaseReported report(CaseId id) {
    return new CaseReported(id, CaseKind.HAZARD, "leaning-wall", ESTATE, Optional.empty(), Severity.HIGH,
        Optional.empty(), Optional.empty(), Channel.PATROL, Optional.empty(), Optional.empty());
  }

  private static WorkCompleted completed(CaseId id, Extent extent, String assignment) {
    return new WorkCompleted(id, GUODONG, Optional.empty(), extent, Optional.empty(), Optional.empty(),
        id(assignment));
  }

  private static void retract(LedgerScenario ledger, EventId event, List<Replacement> replacements) {
    approve(ledger, "for-" + event, "records.RetractEvent", event.tag());
    ledger.as(CLERK).when(new RetractEvent(event, new ApprovalId("for-" + event), replacements));
  }

  private static void approve(LedgerScenario ledger, String approval, String what, Tag target) {
    ledger.as(CHIEF).when(new GiveApproval(new ApprovalId(approval), what, target, Optional.empty()));
  }

  static EventId id(String text) {
    return EventId.parse(text);
  }
}
