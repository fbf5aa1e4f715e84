package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.ActivityHistory.CONTEST;
import static org.communityledger.testkit.shipped.ActivityHistory.FAMILY;
import static org.communityledger.testkit.shipped.ActivityHistory.JULY_19;
import static org.communityledger.testkit.shipped.ActivityHistory.MEETING;
import static org.communityledger.testkit.shipped.ActivityHistory.OUTREACH;
import static org.communityledger.testkit.shipped.ActivityHistory.RIDER;
import static org.communityledger.testkit.shipped.ActivityHistory.WALK;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communityledger.activities.ActivityEvent;
import org.communityledger.activities.ActivityState;
import org.communityledger.activities.ParticipantRole;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.ActivityRow;
import org.communityledger.projection.activities.ActivityRow.Attendance;
import org.communityledger.projection.activities.Participation;
import org.communityledger.projection.activities.Participation.Part;
import org.communityledger.projection.activities.ParticipationRow;
import org.communityledger.projection.activities.ParticipationRow.Visit;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.communityledger.testkit.ProjectionAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The shipped views of one history of activities. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActivitiesOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    ActivityHistory.tell(ledger);
  }

  private static ProjectionAssert<ActivityId, ActivityRow> log(LedgerScenario ledger) {
    return assertThat(ledger).projection(ActivityLog.class);
  }

  private static ProjectionAssert<Part, ParticipationRow> participation(LedgerScenario ledger) {
    return assertThat(ledger).projection(Participation.class);
  }

  @Test
  void everything_that_can_happen_to_an_activity_happens_in_this_history(LedgerScenario ledger) {
    assertThat(ledger).entries().extracting(RecordedEvent::event).extracting(it -> (Object) it.getClass())
        .containsAll(Arrays.stream(ActivityEvent.class.getPermittedSubclasses()).collect(Collectors.toSet()));
  }

  @Test
  void the_log_tells_what_became_of_each_activity(LedgerScenario ledger) {
    log(ledger).row(OUTREACH).returns(ActivityState.CLOSED, ActivityRow::state)
        .returns(Optional.of(When.during(JULY_19.minusDays(3), JULY_19)), ActivityRow::held);
    log(ledger).row(CONTEST).returns(ActivityState.HELD, ActivityRow::state);
    log(ledger).row(WALK).returns(ActivityState.CANCELLED, ActivityRow::state)
        .returns(Optional.empty(), ActivityRow::held);
    log(ledger).row(MEETING).returns(ActivityState.PLANNED, ActivityRow::state);
  }

  @Test
  void activities_are_counted_by_what_became_of_them(LedgerScenario ledger) {
    log(ledger).figure("activities.held{kind=OUTREACH}").isExactly(1);
    log(ledger).figure("activities.held").isExactly(2);
    log(ledger).figure("activities.planned{kind=MEETING}").isExactly(1);
    log(ledger).figure("activities.planned").isExactly(1);
    log(ledger).figure("activities.cancelled{kind=TOUR}").isExactly(1);
    log(ledger).figure("activities.sessions{kind=CONTEST}").isEqualTo(Tally.exact(2, Unit.SESSION));
    log(ledger).figure("activities.sessions").isEqualTo(Tally.atLeast(3, Unit.SESSION));
  }

  @Test
  void who_was_checked_in_and_who_was_tallied_are_counted_apart(LedgerScenario ledger) {
    log(ledger).row(CONTEST).returns(List.of(new Attendance(ParticipantRole.ATTENDEE, "household", 1),
        new Attendance(ParticipantRole.CONTESTANT, "person", 2), new Attendance(ParticipantRole.STAFF, "org", 1)),
        ActivityRow::attendance);
    log(ledger).figure("activities.attendanceCounted{activity=speech-contest,as=CONTESTANT,kind=CONTEST,party=person}")
        .isEqualTo(Tally.exact(2, Unit.PERSON));
    log(ledger).figure("activities.attendanceCounted{activity=speech-contest,as=ATTENDEE,kind=CONTEST,party=household}")
        .isEqualTo(Tally.exact(1, Unit.HOUSEHOLD));
    log(ledger).figure("activities.attendanceTallied{activity=speech-contest,kind=CONTEST,unit=PERSON}")
        .isEqualTo(new Tally(52, Optional.empty(), true, Unit.PERSON, Optional.empty()));
    log(ledger).figure("activities.checkIns{as=CONTESTANT,party=person}").isEqualTo(Tally.exact(3, Unit.PERSON_TIME));
    log(ledger).figure("activities.checkIns{party=org}").isEqualTo(Tally.exact(1, Unit.ITEM));
  }

  @Test
  void somebody_who_came_twice_is_one_person(LedgerScenario ledger) {
    participation(ledger).figure("participation.parties{as=CONTESTANT,party=person}")
        .isEqualTo(Tally.exact(2, Unit.PERSON));
    participation(ledger).figure("participation.times{as=CONTESTANT,party=person}")
        .isEqualTo(Tally.exact(3, Unit.PERSON_TIME));
    participation(ledger).row(new Part(RIDER, ParticipantRole.CONTESTANT))
        .satisfies(it -> assertThat(it.visits()).extracting(Visit::activity).containsExactly(CONTEST, OUTREACH));
    participation(ledger).row(new Part(FAMILY, ParticipantRole.ATTENDEE))
        .satisfies(it -> assertThat(it.visits()).hasSize(1));
  }

  @Test
  void a_check_in_taken_back_does_not_count(LedgerScenario ledger) {
    participation(ledger).figure("participation.parties{as=VOLUNTEER}").isAbsent();
    log(ledger).figure("activities.checkIns{as=VOLUNTEER}").isAbsent();
    long before = ledger.position() - 1;
    participation(ledger).asOf(AsOf.asKnown(before)).figure("participation.parties{as=VOLUNTEER}").isExactly(1);
  }

  @Test
  void materials_and_consultations_are_added_up_without_losing_a_doubt(LedgerScenario ledger) {
    log(ledger).figure("activities.materials{activity=court-outreach,kind=OUTREACH,unit=COPY}")
        .isEqualTo(Tally.atLeast(294, Unit.COPY));
    log(ledger).figure("activities.consultations{unit=PERSON_TIME}").isEqualTo(Tally.exact(11, Unit.PERSON_TIME));
    log(ledger).row(OUTREACH).satisfies(
        it -> assertThat(it.total("kinds-of-checks")).containsExactly(Tally.atLeast(5, Unit.PIECE)));
  }

  @Test
  void leaflets_counted_wrong_are_right_now_and_were_wrong_before(LedgerScenario ledger) {
    long before = ledger.position();
    ActivityHistory.correctTheLeaflets(ledger);

    log(ledger).figure("activities.materials{unit=COPY}").isEqualTo(Tally.atLeast(320, Unit.COPY));
    log(ledger).asOf(AsOf.asKnown(before)).figure("activities.materials{unit=COPY}")
        .isEqualTo(Tally.atLeast(294, Unit.COPY));
  }

  @Test
  void over_a_list_that_is_open_there_are_at_least_as_many_as_are_named(LedgerScenario ledger) {
    log(ledger).figure("activities.topics{activity=speech-contest}").isEqualTo(Tally.atLeast(2, Unit.PIECE));
    log(ledger).figure("activities.examples{activity=speech-contest}").isEqualTo(Tally.exact(4, Unit.PIECE));
    log(ledger).row(CONTEST).returns(Tally.atLeast(3, Unit.PIECE), ActivityRow::hosts);
    log(ledger).row(OUTREACH).returns(Tally.exact(1, Unit.PIECE), ActivityRow::hosts);
  }

  @Test
  void as_happened_what_may_have_been_held_widens_the_figure(LedgerScenario ledger) {
    log(ledger).asOf(AsOf.asHappened(JULY_19)).figure("activities.held").isExactly(1);
    log(ledger).asOf(AsOf.asHappened(JULY_19.minusDays(2))).figure("activities.held").isAtLeast(0).isAtMost(1);
    log(ledger).asOf(AsOf.asHappened(JULY_19.minusDays(4))).figure("activities.held").isAbsent();
  }

  @Test
  void views_rebuild_and_ignore_redelivery(LedgerScenario ledger) {
    log(ledger).rebuildsToTheSameState().ignoresRedelivery();
    participation(ledger).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).isIntact();
  }
}
