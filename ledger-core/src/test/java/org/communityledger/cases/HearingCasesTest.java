package org.communityledger.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.cases.CaseScenario.MEETING;
import static org.communityledger.cases.CaseScenario.OFFICE;
import static org.communityledger.cases.CaseScenario.WALL;

import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityCommand.CancelActivity;
import org.communityledger.activities.ActivityCommand.CloseActivity;
import org.communityledger.activities.ActivityCommand.HoldActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityKind;
import org.communityledger.cases.CaseCommand.HearCase;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseRefusal.ActivityNotHeld;
import org.communityledger.cases.CaseRefusal.NotAMeeting;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownActivity;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HearingCasesTest {
  private static final ActivityId NEXT = new ActivityId("next-meeting");

  private final CaseScenario scenario = new CaseScenario();

  @BeforeEach
  void report() {
    scenario.wallAt(Stage.REPORTED);
  }

  @Test
  void a_case_is_heard_at_a_meeting_and_what_came_of_it_is_sealed_under_the_case() {
    long held = heldAt(NEXT);

    scenario.when(new HearCase(WALL, NEXT, Optional.of(Sealed.of("pull it down"))))
        .isAcceptedWith(new CaseHeard(WALL, NEXT,
            Optional.of(RuleScenario.sealed(WALL, "CASE", "pull it down")), scenario.id(held)));
    assertThat(scenario.ledger.at(scenario.ledger.last()).tags()).containsExactlyInAnyOrder(WALL.tag(), NEXT.tag(),
        scenario.id(held).tag(), new Tag("subject", "case:wall"));
  }

  @Test
  void a_case_is_heard_more_than_once_and_at_a_meeting_that_is_closed() {
    scenario.given(HearCase.of(WALL, MEETING));
    scenario.given(new CloseActivity(MEETING));

    scenario.when(HearCase.of(WALL, MEETING)).isAccepted();
  }

  @Test
  void a_case_is_not_heard_at_anything_but_a_meeting() {
    long planned = scenario.given(PlanActivity.of(NEXT, ActivityKind.FESTIVAL, "骑手节", OFFICE));
    scenario.given(HoldActivity.of(NEXT));

    scenario.when(HearCase.of(WALL, NEXT)).isRefusedWith(new NotAMeeting(WALL, NEXT), planned);
  }

  @Test
  void a_case_is_not_heard_at_a_meeting_that_was_not_held() {
    scenario.given(PlanActivity.of(NEXT, ActivityKind.MEETING, "联席会议", OFFICE));
    scenario.when(HearCase.of(WALL, NEXT))
        .isRefusedForLackOf("activity:next-meeting in ActivityHeld", new ActivityNotHeld(WALL, NEXT));

    long cancelled = scenario.given(new CancelActivity(NEXT));
    scenario.when(HearCase.of(WALL, NEXT)).isRefusedWith(new ActivityNotHeld(WALL, NEXT), cancelled);
  }

  @Test
  void a_case_is_not_heard_at_an_unknown_meeting() {
    scenario.when(HearCase.of(WALL, NEXT))
        .isRefusedForLackOf("activity:next-meeting in ActivityPlanned", new UnknownActivity(NEXT));
  }

  @Test
  void a_meeting_at_which_a_case_was_heard_was_held_for_good() {
    long held = heldAt(NEXT);
    EventId holding = scenario.id(held);
    long heard = scenario.given(HearCase.of(WALL, NEXT));
    ApprovalId approval = new ApprovalId("to-take-back");
    scenario.ledger.given(new GiveApproval(approval, "records.RetractEvent", holding.tag(), Optional.empty()),
        CaseScenario.CHIEF);

    scenario.when(new RetractEvent(holding, approval, List.of())).isRefusedWith(new DependentEvents(holding), heard);
  }

  @Test
  void a_resolution_that_says_nothing_is_left_out() {
    assertThatIllegalArgumentException().isThrownBy(() -> new HearCase(WALL, MEETING, Optional.of(Sealed.of(" "))))
        .withMessage("resolution must not be blank; leave it out");
  }

  private long heldAt(ActivityId meeting) {
    scenario.given(PlanActivity.of(meeting, ActivityKind.MEETING, "联席会议", OFFICE));
    return scenario.given(HoldActivity.of(meeting));
  }
}
