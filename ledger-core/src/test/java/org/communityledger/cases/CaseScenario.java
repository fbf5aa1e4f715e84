package org.communityledger.cases;

import static org.communityledger.decide.RuleScenario.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.activities.ActivityCommand.HoldActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityKind;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AgreePlan;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.DeclineCase;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;

/** The leaning wall and the people around it: a case that can be brought to any stage. */
final class CaseScenario {
  static final CaseId WALL = new CaseId("wall");
  static final CaseId RAILING = new CaseId("railing");
  static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  static final OrgId OFFICE = new OrgId("kaiyuan");
  static final OrgId GUODONG = new OrgId("guodong");
  static final PolicyId POLICY = new PolicyId("fix-fast");
  static final ApprovalId TO_SUSPEND = new ApprovalId("to-suspend");
  static final ApprovalId TO_EXTEND = new ApprovalId("to-extend");
  static final ApprovalId TO_CLOSE = new ApprovalId("to-close");
  static final ActivityId MEETING = new ActivityId("joint-meeting");
  static final LocalDate DUE = TODAY.plusDays(7);

  static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office").onBehalfOf(OFFICE);
  static final Actor WORKER = Actor.of(new PersonId("mason"), "mason").onBehalfOf(GUODONG);
  static final Actor GRID_WORKER = Actor.of(new PersonId("grid-worker"), "grid worker").onBehalfOf(OFFICE);
  static final Actor RESIDENT = Actor.of(new PersonId("resident"), "resident");

  final RuleScenario ledger = new RuleScenario();

  /**
   * What is there before any case: a place, two organisations, a policy, three approvals for the wall, a meeting that
   * was held.
   */
  CaseScenario() {
    given(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.empty(), true));
    given(new RegisterOrg(OFFICE, "SUBDISTRICT", "开源街道", true, Optional.empty(), Optional.empty()));
    given(new RegisterOrg(GUODONG, "COMPANY", "国栋物业", true, Optional.empty(), Optional.empty()));
    given(new DefineSlaPolicy(POLICY, 1, Map.of("wall", 7)));
    ledger.given(new GiveApproval(TO_SUSPEND, "cases.SuspendCase", WALL.tag(), Optional.empty()), CHIEF);
    ledger.given(new GiveApproval(TO_EXTEND, "cases.ExtendDeadline", WALL.tag(), Optional.empty()), CHIEF);
    ledger.given(new GiveApproval(TO_CLOSE, "cases.CloseCase", WALL.tag(), Optional.empty()), CHIEF);
    given(PlanActivity.of(MEETING, ActivityKind.MEETING, "联席会议", OFFICE));
    given(HoldActivity.of(MEETING));
  }

  long given(Command command) {
    return ledger.given(command, CLERK);
  }

  long given(Command command, String reason) {
    return ledger.given(command, CLERK, reason);
  }

  Answer when(Command command, String reason) {
    return ledger.when(command, CLERK, reason);
  }

  Answer when(Command command) {
    return ledger.when(command, CLERK);
  }

  Answer when(Command command, Actor by) {
    return ledger.when(command, by);
  }

  Answer when(Command command, When occurred) {
    return ledger.when(command, CLERK, occurred);
  }

  EventId id(long position) {
    return ledger.id(position);
  }

  /** Brings the wall to the stage; returns the position of the event that led there. */
  long wallAt(Stage stage) {
    return switch (stage) {
      case REPORTED -> given(report(WALL, Severity.LOW));
      case ACCEPTED -> after(Stage.REPORTED, accept());
      case ASSIGNED -> after(Stage.ACCEPTED, assign());
      case WORKING -> after(Stage.ASSIGNED, new StartWork(WALL));
      case DONE -> after(Stage.WORKING, complete());
      case VERIFIED -> after(Stage.DONE, VerifyWork.of(WALL, true));
      case CLOSED -> after(Stage.VERIFIED, close(CaseOutcome.FIXED));
      case DECLINED -> after(Stage.REPORTED, new DeclineCase(WALL, DeclineGround.UNFOUNDED, Optional.empty()));
      case DUPLICATE -> {
        given(report(RAILING, Severity.LOW));
        yield after(Stage.REPORTED, new MarkDuplicate(WALL, RAILING));
      }
      case SUSPENDED -> after(Stage.WORKING, new SuspendCase(WALL, DUE, TO_SUSPEND));
    };
  }

  private long after(Stage stage, Command command) {
    wallAt(stage);
    return given(command);
  }

  static ReportCase report(CaseId id, Severity severity) {
    return ReportCase.of(id, CaseKind.HAZARD, "wall", ESTATE, severity, Channel.PATROL);
  }

  static AcceptCase accept() {
    return new AcceptCase(WALL, OFFICE, Optional.of(POLICY));
  }

  static AssignCase assign() {
    return new AssignCase(WALL, GUODONG, "repair", Optional.empty());
  }

  static AgreePlan plan() {
    return new AgreePlan(WALL, List.of("demolish"), Optional.empty(), Extent.PART, Optional.empty());
  }

  static CompleteWork complete() {
    return CompleteWork.of(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty());
  }

  static CloseCase close(CaseOutcome outcome) {
    return new CloseCase(WALL, outcome, Optional.empty());
  }
}
