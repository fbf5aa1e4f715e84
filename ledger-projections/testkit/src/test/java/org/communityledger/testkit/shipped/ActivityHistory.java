package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityCommand.RecordTally;
import org.communityledger.activities.ActivityEvent.ActivityCancelled;
import org.communityledger.activities.ActivityEvent.ActivityClosed;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ActivityEvent.TallyRecorded;
import org.communityledger.activities.ActivityEvent.TopicCovered;
import org.communityledger.activities.ActivityKind;
import org.communityledger.activities.Measures;
import org.communityledger.activities.ParticipantRole;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
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
 * A court's outreach, a contest with its ceremony, a walk that was cancelled and a meeting still to come: everything that
 * can happen to an activity, inexactly dated, taken back and corrected.
 */
final class ActivityHistory {
  static final ActivityId OUTREACH = new ActivityId("court-outreach");
  static final ActivityId CONTEST = new ActivityId("speech-contest");
  static final ActivityId WALK = new ActivityId("walk");
  static final ActivityId MEETING = new ActivityId("joint-meeting");
  static final LocalDate JULY_19 = LocalDate.of(2024, 7, 19);
  static final PersonId RIDER = new PersonId("rider-05");
  static final HouseholdId FAMILY = new HouseholdId("family-01");
  static final OrgId UNION = new OrgId("union");

  private static final OrgId COURT = new OrgId("court");
  private static final OrgId OFFICE = new OrgId("kaiyuan");
  private static final PlaceId CENTRE = new PlaceId("centre");
  private static final PersonId SHOPKEEPER = new PersonId("shop-001");
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk").onBehalfOf(OFFICE);
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office").onBehalfOf(OFFICE);

  private ActivityHistory() {}

  static void tell(LedgerScenario ledger) {
    ledger.at(JULY_19).as(CLERK).occurred(When.on(JULY_19.minusDays(10))).given(
        plan(OUTREACH, ActivityKind.OUTREACH, "送法进社区", List.of(COURT), List.of(), false, List.of()),
        plan(CONTEST, ActivityKind.CONTEST, "演讲比赛", List.of(UNION), List.of(OFFICE, COURT), true,
            List.of("workers", "students")),
        plan(WALK, ActivityKind.TOUR, "参观", List.of(OFFICE), List.of(), false, List.of()),
        plan(MEETING, ActivityKind.MEETING, "联席会议", List.of(OFFICE), List.of(), false, List.of())); // c1
    ledger.occurred(When.during(JULY_19.minusDays(3), JULY_19)).given(new ActivityHeld(OUTREACH, Optional.empty())); // c2
    ledger.at(JULY_19.plusDays(1)).given(
        new TallyRecorded(OUTREACH, Measures.MATERIALS, Optional.of("leaflet"), copies(214), false, id("c2.0")),
        new TallyRecorded(OUTREACH, Measures.MATERIALS, Optional.of("booklet"), Tally.atLeast(80, Unit.COPY), false,
            id("c2.0")),
        new TallyRecorded(OUTREACH, Measures.CONSULTATIONS, Optional.empty(), Tally.exact(11, Unit.PERSON_TIME), false,
            id("c2.0")),
        new TallyRecorded(OUTREACH, "kinds-of-checks", Optional.empty(), Tally.atLeast(5, Unit.PIECE), false,
            id("c2.0"))); // c3
    ledger.at(JULY_19.plusDays(11)).given(new ActivityHeld(CONTEST, Optional.of(Tally.exact(2, Unit.SESSION)))); // c4
    ledger.given(
        checkIn(RIDER, ParticipantRole.CONTESTANT, Optional.of("workers")),
        checkIn(SHOPKEEPER, ParticipantRole.CONTESTANT, Optional.of("workers")),
        checkIn(SHOPKEEPER, ParticipantRole.VOLUNTEER, Optional.empty()),
        checkIn(FAMILY, ParticipantRole.ATTENDEE, Optional.empty()),
        checkIn(UNION, ParticipantRole.STAFF, Optional.empty()),
        new ParticipantCheckedIn(OUTREACH, RIDER, ParticipantRole.CONTESTANT, Optional.empty(), id("c2.0"))); // c5
    ledger.given(
        new TallyRecorded(CONTEST, Measures.ATTENDANCE, Optional.of("students"), Tally.about(40, Unit.PERSON), true,
            id("c4.0")),
        new TallyRecorded(CONTEST, Measures.ATTENDANCE, Optional.of("workers"), Tally.exact(12, Unit.PERSON), false,
            id("c4.0")),
        new TopicCovered(CONTEST, "recital", Optional.of(RIDER), Optional.empty(), true, id("c4.0")),
        new TopicCovered(CONTEST, "song", Optional.empty(), Optional.of(Tally.exact(3, Unit.PIECE)), true, id("c4.0")),
        new TopicCovered(CONTEST, "song", Optional.of(UNION), Optional.of(Tally.exact(1, Unit.PIECE)), false,
            id("c4.0"))); // c6
    ledger.given(new ActivityCancelled(WALK), new ActivityClosed(OUTREACH, id("c2.0"))); // c7
    takeTheVolunteerBack(ledger);
  }

  private static void takeTheVolunteerBack(LedgerScenario ledger) {
    ApprovalId approval = new ApprovalId("to-take-back");
    ledger.as(CHIEF).when(new GiveApproval(approval, "records.RetractEvent", id("c5.2").tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(id("c5.2"), approval, List.of()));
  }

  /** There were 240 leaflets, not 214. */
  static void correctTheLeaflets(LedgerScenario ledger) {
    ApprovalId approval = new ApprovalId("to-correct");
    ledger.as(CHIEF).when(new GiveApproval(approval, "records.RetractEvent", id("c3.0").tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(id("c3.0"), approval, List.of(new Replacement(
        RecordTally.of(OUTREACH, Measures.MATERIALS, "leaflet", copies(240)), Optional.empty()))));
  }

  private static ActivityPlanned plan(
      ActivityId id,
      ActivityKind kind,
      String title,
      List<Party> hosts,
      List<Party> coHosts,
      boolean hostListOpen,
      List<String> groups) {
    return new ActivityPlanned(id, kind, title, Optional.empty(), hosts, coHosts, hostListOpen, Optional.of(CENTRE),
        groups, Optional.of(When.notAfter(JULY_19)), Optional.empty());
  }

  private static ParticipantCheckedIn checkIn(Party party, ParticipantRole as, Optional<String> group) {
    return new ParticipantCheckedIn(CONTEST, party, as, group, id("c4.0"));
  }

  private static Tally copies(long number) {
    return Tally.exact(number, Unit.COPY);
  }

  private static EventId id(String text) {
    return EventId.parse(text);
  }
}
