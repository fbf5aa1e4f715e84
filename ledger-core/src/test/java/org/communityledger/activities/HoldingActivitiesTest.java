package org.communityledger.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.activities.ActivityScenario.CEREMONY;
import static org.communityledger.activities.ActivityScenario.CONTEST;
import static org.communityledger.activities.ActivityScenario.RIDER;
import static org.communityledger.activities.ActivityScenario.UNION;
import static org.communityledger.activities.ActivityScenario.contest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.activities.ActivityCommand.CancelActivity;
import org.communityledger.activities.ActivityCommand.CheckIn;
import org.communityledger.activities.ActivityCommand.CloseActivity;
import org.communityledger.activities.ActivityCommand.CoverTopic;
import org.communityledger.activities.ActivityCommand.HoldActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityCommand.RecordTally;
import org.communityledger.activities.ActivityEvent.ActivityCancelled;
import org.communityledger.activities.ActivityEvent.ActivityClosed;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityRefusal.AlreadyClosed;
import org.communityledger.activities.ActivityRefusal.AlreadyHeld;
import org.communityledger.activities.ActivityRefusal.Cancelled;
import org.communityledger.activities.ActivityRefusal.NotHeld;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownActivity;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldingActivitiesTest {
  private static final List<ActivityCommand> OF_WHAT_WAS_HELD = List.of(
      CheckIn.of(CONTEST, RIDER, ParticipantRole.ATTENDEE),
      RecordTally.of(CONTEST, Measures.ATTENDANCE, Tally.exact(40, Unit.PERSON)),
      CoverTopic.of(CONTEST, "labour-law"));
  private final ActivityScenario scenario = new ActivityScenario();

  static Stream<ActivityCommand> everyOther() {
    return Stream.concat(OF_WHAT_WAS_HELD.stream(),
        Stream.of(HoldActivity.of(CONTEST), new CancelActivity(CONTEST), new CloseActivity(CONTEST)));
  }

  @Test
  void a_planned_activity_is_held_in_as_many_sessions_as_are_known() {
    scenario.given(contest());
    Optional<Tally> sessions = Optional.of(Tally.atLeast(3, Unit.SESSION));

    scenario.when(new HoldActivity(CONTEST, sessions)).isAcceptedWith(new ActivityHeld(CONTEST, sessions));
    assertThat(scenario.lastTags()).containsExactly(CONTEST.tag());
  }

  @Test
  void it_is_held_once() {
    scenario.given(contest());
    long held = scenario.given(HoldActivity.of(CONTEST));

    scenario.when(HoldActivity.of(CONTEST)).isRefusedWith(new AlreadyHeld(CONTEST), held);
  }

  @Test
  void a_planned_activity_is_cancelled_and_then_neither_held_nor_cancelled_nor_closed() {
    scenario.given(contest());
    scenario.when(new CancelActivity(CONTEST)).isAcceptedWith(new ActivityCancelled(CONTEST));
    long cancelled = scenario.ledger.last();

    scenario.when(HoldActivity.of(CONTEST)).isRefusedWith(new Cancelled(CONTEST), cancelled);
    scenario.when(new CancelActivity(CONTEST)).isRefusedWith(new Cancelled(CONTEST), cancelled);
    scenario.when(new CloseActivity(CONTEST)).isRefusedWith(new Cancelled(CONTEST), cancelled);
  }

  @Test
  void what_was_held_is_not_cancelled() {
    scenario.given(contest());
    long held = scenario.given(HoldActivity.of(CONTEST));

    scenario.when(new CancelActivity(CONTEST)).isRefusedWith(new AlreadyHeld(CONTEST), held);
  }

  @Test
  void what_was_held_is_closed_once() {
    EventId held = scenario.contestHeld();

    scenario.when(new CloseActivity(CONTEST)).isAcceptedWith(new ActivityClosed(CONTEST, held));
    scenario.when(new CloseActivity(CONTEST)).isRefusedWith(new AlreadyClosed(CONTEST), scenario.ledger.last());
  }

  @Test
  void what_was_not_held_is_not_closed() {
    scenario.given(contest());

    scenario.when(new CloseActivity(CONTEST))
        .isRefusedForLackOf("activity:speech-contest in ActivityHeld", new NotHeld(CONTEST));
  }

  @ParameterizedTest
  @MethodSource("everyOther")
  void nothing_is_done_to_an_unknown_activity(ActivityCommand command) {
    scenario.when(command)
        .isRefusedForLackOf("activity:speech-contest in ActivityPlanned", new UnknownActivity(CONTEST));
  }

  @ParameterizedTest
  @FieldSource("OF_WHAT_WAS_HELD")
  void nothing_is_counted_at_what_was_not_held(ActivityCommand command) {
    scenario.given(contest());
    scenario.when(command).isRefusedForLackOf("activity:speech-contest in ActivityHeld", new NotHeld(CONTEST));

    long cancelled = scenario.given(new CancelActivity(CONTEST));
    scenario.when(command).isRefusedWith(new NotHeld(CONTEST), cancelled);
  }

  @ParameterizedTest
  @FieldSource("OF_WHAT_WAS_HELD")
  void what_is_found_out_after_the_closing_is_recorded_all_the_same(ActivityCommand command) {
    scenario.contestHeld();
    scenario.given(new CloseActivity(CONTEST));

    scenario.when(command).isAccepted();
  }

  @ParameterizedTest
  @FieldSource("OF_WHAT_WAS_HELD")
  void what_was_counted_rests_on_the_holding(ActivityCommand command) {
    EventId holding = scenario.contestHeld();
    long held = scenario.ledger.last();
    long counted = scenario.given(command);

    scenario.whenRetracted(held).isRefusedWith(new DependentEvents(holding), counted);
    scenario.whenRetracted(held, new HoldActivity(CONTEST, Optional.of(Tally.exact(1, Unit.SESSION)))).isAccepted();
  }

  @Test
  void a_larger_activity_is_not_held_because_a_part_of_it_was() {
    scenario.given(contest());
    scenario.given(PlanActivity.of(CEREMONY, ActivityKind.CEREMONY, "颁奖仪式", UNION).asPartOf(CONTEST));
    scenario.given(HoldActivity.of(CEREMONY));

    scenario.when(new CloseActivity(CONTEST))
        .isRefusedForLackOf("activity:speech-contest in ActivityHeld", new NotHeld(CONTEST));
    scenario.when(new CancelActivity(CONTEST)).isAccepted();
  }

  @Test
  void sessions_are_counted_in_sessions_and_there_was_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HoldActivity(CONTEST, Optional.of(Tally.exact(1, Unit.DAY))))
        .withMessageStartingWith("sessions counts one SESSION or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HoldActivity(CONTEST, Optional.of(Tally.exact(0, Unit.SESSION))))
        .withMessageStartingWith("sessions counts one SESSION or more");
  }
}
