package org.communityledger.cases;

import static org.communityledger.cases.CaseScenario.CHIEF;
import static org.communityledger.cases.CaseScenario.CLERK;
import static org.communityledger.cases.CaseScenario.GRID_WORKER;
import static org.communityledger.cases.CaseScenario.GUODONG;
import static org.communityledger.cases.CaseScenario.OFFICE;
import static org.communityledger.cases.CaseScenario.RESIDENT;
import static org.communityledger.cases.CaseScenario.WALL;
import static org.communityledger.cases.CaseScenario.WORKER;

import java.util.Optional;
import org.communityledger.cases.CaseCommand.AgreePlan;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.TakeInterimMeasure;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseRefusal.CaseClosed;
import org.communityledger.cases.CaseRefusal.NotAssigned;
import org.communityledger.cases.CaseRefusal.NothingToVerify;
import org.communityledger.cases.CaseRefusal.PlanMissing;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownHousehold;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingOnCasesTest {
  private final CaseScenario scenario = new CaseScenario();

  @Test
  void an_assignment_names_the_acceptance_it_rests_on() {
    long accepted = scenario.wallAt(Stage.ACCEPTED);

    scenario.when(CaseScenario.assign()).isAcceptedWith(
        new CaseAssigned(WALL, GUODONG, "repair", Optional.empty(), Optional.of(scenario.id(accepted))));
  }

  @Test
  void a_case_is_assigned_to_somebody_registered() {
    PersonId stranger = new PersonId("stranger");
    HouseholdId household = new HouseholdId("h1");
    scenario.wallAt(Stage.ACCEPTED);

    scenario.when(new AssignCase(WALL, stranger, "repair", Optional.empty()))
        .isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(stranger));
    scenario.when(new AssignCase(WALL, household, "repair", Optional.empty()))
        .isRefusedForLackOf("household:h1 in HouseholdRegistered", new UnknownHousehold(household));
  }

  @Test
  void a_plan_is_agreed_by_somebody_registered() {
    PersonId stranger = new PersonId("stranger");
    scenario.wallAt(Stage.ACCEPTED);

    scenario.when(new AgreePlan(WALL, CaseScenario.plan().measures(), Optional.empty(), Extent.PART,
        Optional.of(stranger))).isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(stranger));
  }

  @Test
  void an_assignment_that_is_returned_can_be_given_to_somebody_else() {
    long assigned = scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new ReturnAssignment(WALL), "no scaffold")
        .isAcceptedWith(new AssignmentReturned(WALL, scenario.id(assigned)));
    scenario.when(new AssignCase(WALL, OFFICE, "repair", Optional.empty())).isAccepted();
    scenario.when(CaseScenario.complete())
        .isRefusedWith(new NotAssigned(WALL, Optional.of(OFFICE)), scenario.ledger.last());
  }

  @Test
  void an_assignment_is_not_returned_without_a_reason() {
    scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new ReturnAssignment(WALL)).isRefusedWith(new ReasonMissing("cases.ReturnAssignment"));
  }

  @Test
  void nobody_works_on_a_case_that_nobody_has() {
    scenario.wallAt(Stage.WORKING);
    long returned = scenario.given(new ReturnAssignment(WALL), "no scaffold");
    NotAssigned nobody = new NotAssigned(WALL, Optional.empty());

    scenario.when(new StartWork(WALL)).isRefusedWith(nobody, returned);
    scenario.when(CaseScenario.complete()).isRefusedWith(nobody, returned);
    scenario.when(new ReturnAssignment(WALL)).isRefusedWith(nobody, returned);
  }

  @Test
  void only_the_one_who_has_the_assignment_completes_it() {
    long assigned = scenario.wallAt(Stage.ASSIGNED);

    scenario.when(CompleteWork.of(WALL, OFFICE, Optional.empty(), Extent.WHOLE, Optional.empty()))
        .isRefusedWith(new NotAssigned(WALL, Optional.of(GUODONG)), assigned);
  }

  @Test
  void work_names_the_assignment_it_rests_on() {
    long assigned = scenario.wallAt(Stage.ASSIGNED);

    scenario.when(new StartWork(WALL)).isAcceptedWith(new WorkStarted(WALL, scenario.id(assigned)));
  }

  @Test
  void work_is_completed_without_a_recorded_start() {
    long assigned = scenario.wallAt(Stage.ASSIGNED);
    Optional<Tally> effort = Optional.of(Tally.atLeast(3, Unit.DAY).asStated("demolition only"));

    scenario.when(CompleteWork.of(WALL, GUODONG, Optional.empty(), Extent.WHOLE, effort)).isAcceptedWith(
        new WorkCompleted(WALL, GUODONG, Optional.empty(), Extent.WHOLE, effort, Optional.empty(),
            scenario.id(assigned)));
  }

  @Test
  void grave_work_needs_a_plan() {
    scenario.given(CaseScenario.report(WALL, Severity.HIGH));
    scenario.given(CaseScenario.accept());
    scenario.given(CaseScenario.assign());

    scenario.when(CaseScenario.complete()).isRefusedForLackOf("case:wall in PlanAgreed", new PlanMissing(WALL));
    scenario.given(CaseScenario.plan());
    scenario.when(CaseScenario.complete()).isAccepted();
  }

  @Test
  void nothing_is_measured_surveyed_or_planned_once_a_case_is_closed() {
    long closed = scenario.wallAt(Stage.CLOSED);

    scenario.when(new TakeInterimMeasure(WALL, "fence")).isRefusedWith(new CaseClosed(WALL), closed);
    scenario.when(RecordSurvey.of(WALL)).isRefusedWith(new CaseClosed(WALL), closed);
    scenario.when(CaseScenario.plan()).isRefusedWith(new CaseClosed(WALL), closed);
  }

  @Test
  void somebody_else_verifies_the_work() {
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(VerifyWork.of(WALL, true), GRID_WORKER)
        .isAcceptedWith(new WorkVerified(WALL, Optional.empty(), scenario.id(completed)));
  }

  @Test
  void work_found_wanting_goes_on() {
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(VerifyWork.of(WALL, false), GRID_WORKER)
        .isAcceptedWith(new WorkRejected(WALL, Optional.empty(), scenario.id(completed)));
    scenario.when(CaseScenario.complete()).isAccepted();
  }

  @Test
  void nobody_verifies_work_of_the_organisation_they_act_for() {
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(VerifyWork.of(WALL, true), WORKER).isRefusedWith(new VerifierIsDoer(WALL, GUODONG), completed);
  }

  @Test
  void nobody_verifies_their_own_work() {
    PersonId volunteer = new PersonId("volunteer");
    scenario.given(RegisterPerson.of(volunteer, Optional.empty(), Optional.empty()));
    scenario.wallAt(Stage.ACCEPTED);
    scenario.given(new AssignCase(WALL, volunteer, "repair", Optional.empty()));
    long completed = scenario
        .given(CompleteWork.of(WALL, volunteer, Optional.empty(), Extent.WHOLE, Optional.empty()));

    scenario.when(VerifyWork.of(WALL, true), Actor.of(volunteer, "grid worker").onBehalfOf(OFFICE))
        .isRefusedWith(new VerifierIsDoer(WALL, volunteer), completed);
  }

  @Test
  void nobody_verifies_what_they_reported_done_for_the_doer() {
    scenario.wallAt(Stage.WORKING);
    scenario.when(CaseScenario.complete(), WORKER).isAccepted();
    long completed = scenario.ledger.last();
    Actor masonOnAnotherJob = Actor.of(WORKER.who(), "volunteer").onBehalfOf(OFFICE);

    scenario.when(VerifyWork.of(WALL, true), masonOnAnotherJob)
        .isRefusedWith(new VerifierIsDoer(WALL, GUODONG), completed);
  }

  @Test
  void a_clerk_who_only_wrote_down_the_completion_may_verify() {
    scenario.wallAt(Stage.DONE);

    scenario.when(VerifyWork.of(WALL, true), CLERK).isAccepted();
  }

  @Test
  void work_is_verified_once() {
    long verified = scenario.wallAt(Stage.VERIFIED);

    scenario.when(VerifyWork.of(WALL, true), CHIEF).isRefusedWith(new NothingToVerify(WALL), verified);
    scenario.when(VerifyWork.of(WALL, false), RESIDENT).isRefusedWith(new NothingToVerify(WALL), verified);
  }
}
