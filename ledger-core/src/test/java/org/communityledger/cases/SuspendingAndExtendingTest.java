package org.communityledger.cases;

import static org.communityledger.cases.CaseScenario.CHIEF;
import static org.communityledger.cases.CaseScenario.CLERK;
import static org.communityledger.cases.CaseScenario.DUE;
import static org.communityledger.cases.CaseScenario.OFFICE;
import static org.communityledger.cases.CaseScenario.TO_EXTEND;
import static org.communityledger.cases.CaseScenario.TO_SUSPEND;
import static org.communityledger.cases.CaseScenario.WALL;
import static org.communityledger.decide.RuleScenario.TODAY;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.ExtendDeadline;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ResumeCase;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseRefusal.AlreadySuspended;
import org.communityledger.cases.CaseRefusal.NotLater;
import org.communityledger.cases.CaseRefusal.WrongStage;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.ApprovalUsed;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuspendingAndExtendingTest {
  private static final LocalDate JULY_1 = LocalDate.of(2024, 7, 1);
  private static final LocalDate JULY_10 = LocalDate.of(2024, 7, 10);

  private final CaseScenario scenario = new CaseScenario();

  @Test
  void a_case_rests_until_a_day_with_somebody_elses_approval() {
    scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new SuspendCase(WALL, DUE, TO_SUSPEND))
        .isAcceptedWith(new CaseSuspended(WALL, DUE, Optional.of(TO_SUSPEND)));
  }

  @Test
  void nobody_approves_their_own_suspension() {
    scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new SuspendCase(WALL, DUE, TO_SUSPEND), CHIEF)
        .isRefusedWith(new SelfApproval(TO_SUSPEND, CHIEF.who()), 4);
  }

  @Test
  void an_approval_that_was_never_given_allows_nothing() {
    ApprovalId none = new ApprovalId("none");
    scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new SuspendCase(WALL, DUE, none)).isRefusedForLackOf("approval:none in ApprovalGiven",
        new ApprovalMissing(Optional.of(none), "cases.SuspendCase", WALL.tag()));
  }

  @Test
  void an_approval_for_another_act_allows_nothing() {
    scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new SuspendCase(WALL, DUE, TO_EXTEND)).isRefusedWith(
        new ApprovalMissing(Optional.of(TO_EXTEND), "cases.SuspendCase", WALL.tag()), 5);
  }

  @Test
  void an_approval_for_another_case_allows_nothing() {
    ApprovalId other = new ApprovalId("other");
    long given = scenario
        .given(new GiveApproval(other, "cases.SuspendCase", CaseScenario.RAILING.tag(), Optional.empty()));
    scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new SuspendCase(WALL, DUE, other), CHIEF).isRefusedWith(
        new ApprovalMissing(Optional.of(other), "cases.SuspendCase", WALL.tag()), given);
  }

  @Test
  void an_approval_is_used_once() {
    long suspended = scenario.wallAt(Stage.SUSPENDED);
    scenario.given(new ResumeCase(WALL));

    scenario.when(new SuspendCase(WALL, DUE, TO_SUSPEND)).isRefusedWith(new ApprovalUsed(TO_SUSPEND), suspended);
  }

  @Test
  void a_case_that_rests_is_not_suspended_again() {
    long suspended = scenario.wallAt(Stage.SUSPENDED);

    scenario.when(new SuspendCase(WALL, DUE.plusDays(1), TO_SUSPEND))
        .isRefusedWith(new AlreadySuspended(WALL, DUE), suspended);
  }

  @Test
  void a_case_rests_until_a_later_day() {
    scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new SuspendCase(WALL, TODAY, TO_SUSPEND))
        .isRefusedWith(new NotLater(WALL, TODAY, Optional.of(TODAY)));
  }

  @Test
  void a_resumed_case_is_at_the_stage_it_had() {
    long suspended = scenario.wallAt(Stage.SUSPENDED);

    scenario.when(new ResumeCase(WALL)).isAcceptedWith(new CaseResumed(WALL, scenario.id(suspended)));
    scenario.when(CaseScenario.complete()).isAccepted();
  }

  @Test
  void a_case_reassigned_while_it_rests_is_assigned_once_it_is_resumed() {
    scenario.wallAt(Stage.SUSPENDED);
    scenario.given(new AssignCase(WALL, OFFICE, "repair", Optional.empty()));

    scenario.when(new StartWork(WALL)).isRefusedWith(new WrongStage(WALL, Stage.SUSPENDED), scenario.ledger.last() - 1);
    scenario.given(new ResumeCase(WALL));
    scenario.when(new StartWork(WALL)).isAccepted();
  }

  @Test
  void a_case_counts_as_resumed_on_the_day_the_rest_ends() {
    scenario.wallAt(Stage.ASSIGNED);
    long suspended = scenario.ledger.given(new SuspendCase(WALL, JULY_10, TO_SUSPEND), CLERK, When.on(JULY_1));

    scenario.when(new StartWork(WALL), When.on(JULY_10.minusDays(1)))
        .isRefusedWith(new WrongStage(WALL, Stage.SUSPENDED), suspended);
    scenario.when(new ResumeCase(WALL), When.on(JULY_10))
        .isRefusedWith(new WrongStage(WALL, Stage.ASSIGNED), suspended);
    scenario.when(new StartWork(WALL), When.on(JULY_10)).isAccepted();
  }

  @Test
  void an_extension_is_counted() {
    ApprovalId second = new ApprovalId("second");
    scenario.ledger.given(new GiveApproval(second, "cases.ExtendDeadline", WALL.tag(), Optional.empty()), CHIEF);
    scenario.wallAt(Stage.ACCEPTED);

    scenario.when(new ExtendDeadline(WALL, DUE.plusDays(5), TO_EXTEND))
        .isAcceptedWith(new DeadlineExtended(WALL, DUE.plusDays(5), 1, Optional.of(TO_EXTEND)));
    scenario.when(new ExtendDeadline(WALL, DUE.plusDays(9), second))
        .isAcceptedWith(new DeadlineExtended(WALL, DUE.plusDays(9), 2, Optional.of(second)));
  }

  @Test
  void an_extension_is_later_than_the_due_date_in_force() {
    long accepted = scenario.wallAt(Stage.ACCEPTED);

    scenario.when(new ExtendDeadline(WALL, DUE, TO_EXTEND))
        .isRefusedWith(new NotLater(WALL, DUE, Optional.of(DUE)), accepted);

    scenario.given(new ExtendDeadline(WALL, DUE.plusDays(5), TO_EXTEND));
    scenario.when(new ExtendDeadline(WALL, DUE.plusDays(5), TO_EXTEND))
        .isRefusedWith(new NotLater(WALL, DUE.plusDays(5), Optional.of(DUE.plusDays(5))), scenario.ledger.last());
  }

  @Test
  void without_a_due_date_there_is_nothing_to_extend() {
    scenario.wallAt(Stage.REPORTED);
    long accepted = scenario.given(new AcceptCase(WALL, OFFICE, Optional.empty()));

    scenario.when(new ExtendDeadline(WALL, DUE, TO_EXTEND))
        .isRefusedWith(new NotLater(WALL, DUE, Optional.empty()), accepted);
  }

  @Test
  void a_reopened_case_has_the_due_date_of_its_reopening() {
    scenario.wallAt(Stage.CLOSED);
    long reopened = scenario.given(new ReopenCase(WALL, DUE.plusDays(20)), "it leans again");

    scenario.when(new ExtendDeadline(WALL, DUE.plusDays(10), TO_EXTEND))
        .isRefusedWith(new NotLater(WALL, DUE.plusDays(10), Optional.of(DUE.plusDays(20))), reopened);
  }
}
