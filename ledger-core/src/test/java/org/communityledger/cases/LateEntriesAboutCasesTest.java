package org.communityledger.cases;

import static org.communityledger.cases.CaseScenario.CHIEF;
import static org.communityledger.cases.CaseScenario.CLERK;
import static org.communityledger.cases.CaseScenario.MEETING;
import static org.communityledger.cases.CaseScenario.RAILING;
import static org.communityledger.cases.CaseScenario.TO_CLOSE;
import static org.communityledger.cases.CaseScenario.TO_SUSPEND;
import static org.communityledger.cases.CaseScenario.WALL;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.HearCase;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.When;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The wall was reported on 1 July, accepted and assigned on the 2nd; what comes late happened on the 9th. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateEntriesAboutCasesTest {
  private static final When JULY_9 = july(9);
  private static final EventId LATE = EventId.parse("c15.0");

  private final CaseScenario scenario = new CaseScenario();
  private EventId assignment;

  @BeforeEach
  void report_the_wall_and_the_railing() {
    given(CaseScenario.report(WALL, Severity.LOW), july(1));
    given(CaseScenario.report(RAILING, Severity.LOW), july(1));
    given(CaseScenario.accept(), july(2));
    assignment = given(CaseScenario.assign(), july(2));
  }

  @Test
  void work_begun_in_a_case_that_was_a_duplicate_has_no_ground() {
    EventId plan = given(CaseScenario.plan(), july(20));
    EventId start = given(new StartWork(WALL), july(21));

    scenario.ledger.when(new MarkDuplicate(WALL, RAILING), CLERK, JULY_9).isAcceptedWith(
        new CaseMarkedDuplicate(WALL, RAILING), conflict(plan, "WrongStage"), conflict(start, "WrongStage"));
  }

  @Test
  void work_begun_while_the_case_was_suspended_has_no_ground() {
    EventId start = given(new StartWork(WALL), july(20));
    LocalDate until = LocalDate.of(2024, 8, 20);

    given(CaseScenario.plan(), july(21));
    scenario.ledger.when(new SuspendCase(WALL, until, TO_SUSPEND), CLERK, JULY_9)
        .isAcceptedWith(new CaseSuspended(WALL, until, Optional.of(TO_SUSPEND)), conflict(start, "WrongStage"));
  }

  @Test
  void work_begun_on_the_day_until_which_the_case_was_suspended_stands() {
    given(new HearCase(WALL, MEETING, Optional.empty()), july(20));
    EventId before = scenario.id(scenario.ledger.last());
    given(new StartWork(WALL), july(21));
    LocalDate until = LocalDate.of(2024, 7, 21);

    scenario.ledger.when(new SuspendCase(WALL, until, TO_SUSPEND), CLERK, JULY_9)
        .isAcceptedWith(new CaseSuspended(WALL, until, Optional.of(TO_SUSPEND)), conflict(before, "WrongStage"));
  }

  @Test
  void what_was_done_after_the_closing_has_no_ground() {
    EventId plan = given(CaseScenario.plan(), july(20));
    EventId start = given(new StartWork(WALL), july(21));

    scenario.ledger.when(new CloseCase(WALL, CaseOutcome.WITHDRAWN, Optional.of(TO_CLOSE)), CLERK, JULY_9, "settled")
        .isAcceptedWith(new CaseClosed(WALL, CaseOutcome.WITHDRAWN, Optional.of(TO_CLOSE), Optional.empty()),
            conflict(start, "WrongStage"), conflict(plan, "CaseClosed"));
  }

  @Test
  void work_under_an_assignment_that_was_given_back_has_no_ground() {
    EventId start = given(new StartWork(WALL), july(20));
    scenario.ledger.given(new HearCase(WALL, MEETING, Optional.empty()), CHIEF, july(21));

    scenario.ledger.when(new ReturnAssignment(WALL), CLERK, JULY_9, "no hands")
        .isAcceptedWith(new AssignmentReturned(WALL, assignment), conflict(start, "NotAssigned"));
  }

  private EventId given(Command command, When occurred) {
    return scenario.id(scenario.ledger.given(command, CLERK, occurred));
  }

  private static LateConflict conflict(EventId event, String rule) {
    return new LateConflict(WALL.tag(), event, LATE, rule);
  }

  private static When july(int day) {
    return When.on(LocalDate.of(2024, 7, day));
  }
}
