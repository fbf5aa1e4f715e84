package org.communityledger.cases;

import static org.communityledger.cases.Stage.ACCEPTED;
import static org.communityledger.cases.Stage.ASSIGNED;
import static org.communityledger.cases.Stage.CLOSED;
import static org.communityledger.cases.Stage.DECLINED;
import static org.communityledger.cases.Stage.DONE;
import static org.communityledger.cases.Stage.DUPLICATE;
import static org.communityledger.cases.Stage.SUSPENDED;
import static org.communityledger.cases.Stage.WORKING;
import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.Case.Step;
import org.communityledger.cases.CaseCommand.AgreePlan;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.HearCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.TakeInterimMeasure;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseReadings.WithMeeting;
import org.communityledger.cases.CaseReadings.WithParty;
import org.communityledger.cases.CaseRefusal.ActivityNotHeld;
import org.communityledger.cases.CaseRefusal.CaseClosed;
import org.communityledger.cases.CaseRefusal.NotAMeeting;
import org.communityledger.cases.CaseRefusal.NotAssigned;
import org.communityledger.cases.CaseRefusal.NothingToVerify;
import org.communityledger.cases.CaseRefusal.PlanMissing;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Office;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Party;

/** The rule sheet of the work on a case: measure, survey, hearing, plan, assignment, work, verification. */
final class WorkRules {
  private WorkRules() {}

  static Decision takeInterimMeasure(TakeInterimMeasure command, Header header, Case c) {
    return unlessOver(c, header)
        .orElseGet(() -> accept(new InterimMeasureTaken(command.caseId(), command.measure())));
  }

  static Decision recordSurvey(RecordSurvey command, Header header, Case c) {
    return unlessOver(c, header).orElseGet(() -> accept(new SurveyRecorded(command.caseId(), command.findings())));
  }

  static Decision agreePlan(AgreePlan command, Header header, WithParty found) {
    return unlessOver(found.found(), header).or(found::missing).orElseGet(() -> accept(new PlanAgreed(command.caseId(),
        command.measures(), command.scope(), command.extent(), command.agreedBy())));
  }

  /** A hearing changes no stage either, but a case that rests is not heard. */
  static Decision hear(HearCase command, Header header, WithMeeting found) {
    Case c = found.found();
    if (!c.isReported()) return c.refuseUnknown();
    if (c.isAt(header, CLOSED, DECLINED, DUPLICATE, SUSPENDED)) return c.refuseStage(header);
    return found.meeting()
        .objection(new NotAMeeting(command.caseId(), command.activity()),
            new ActivityNotHeld(command.caseId(), command.activity()))
        .orElseGet(() -> accept(new CaseHeard(command.caseId(), command.activity(), command.resolution(),
            found.meeting().holding().orElseThrow())));
  }

  /** Measures, surveys and plans change no stage and are possible until the case is over, suspended or not. */
  private static Optional<Decision> unlessOver(Case c, Header header) {
    if (!c.isReported()) return Optional.of(c.refuseUnknown());
    if (c.isAt(header, CLOSED)) return Optional.of(refuse(new CaseClosed(c.id()), c.since()));
    if (c.isAt(header, DECLINED, DUPLICATE)) return Optional.of(c.refuseStage(header));
    return Optional.empty();
  }

  /** A case in hand is assigned; only a suspended one, whose assignment cannot be returned, is reassigned directly. */
  static Decision assign(AssignCase command, Header header, WithParty found) {
    Case c = found.found();
    if (!c.isReported()) return c.refuseUnknown();
    if (found.missing().isPresent()) return found.missing().get();
    if (!c.isAt(header, ACCEPTED, SUSPENDED)) return c.refuseStage(header);
    return accept(new CaseAssigned(command.caseId(), command.doer(), command.task(), command.dueBy(),
        c.work().acceptance()));
  }

  static Decision returnAssignment(ReturnAssignment command, Header header, Case c) {
    Optional<Step<CaseAssigned>> assignment = c.work().assignment();
    if (!c.isReported()) return c.refuseUnknown();
    if (!c.isAt(header, ACCEPTED, ASSIGNED, WORKING)) return c.refuseStage(header);
    if (assignment.isEmpty()) return refuse(new NotAssigned(command.caseId(), Optional.empty()), c.since());
    if (header.reason().isEmpty()) return refuse(new ReasonMissing("cases.ReturnAssignment"));
    return accept(new AssignmentReturned(command.caseId(), assignment.get().id()));
  }

  static Decision start(StartWork command, Header header, Case c) {
    Optional<Step<CaseAssigned>> assignment = c.work().assignment();
    if (!c.isReported()) return c.refuseUnknown();
    if (!c.isAt(header, ACCEPTED, ASSIGNED)) return c.refuseStage(header);
    if (assignment.isEmpty()) return refuse(new NotAssigned(command.caseId(), Optional.empty()), c.since());
    return accept(new WorkStarted(command.caseId(), assignment.get().id()));
  }

  static Decision complete(CompleteWork command, Header header, Case c) {
    Optional<Step<CaseAssigned>> assignment = c.work().assignment();
    if (!c.isReported()) return c.refuseUnknown();
    if (!c.isAt(header, ACCEPTED, ASSIGNED, WORKING)) return c.refuseStage(header);
    if (assignment.isEmpty()) return refuse(new NotAssigned(command.caseId(), Optional.empty()), c.since());
    Party assigned = assignment.get().fact().doer();
    if (!command.doer().equals(assigned)) {
      return refuse(new NotAssigned(command.caseId(), Optional.of(assigned)), assignment.get().position());
    }
    return accept(new WorkCompleted(command.caseId(), command.doer(), command.scopeDone(), command.extent(),
        command.effort(), command.photos(), assignment.get().id())).unless(planMissing(c));
  }

  /** Work done without a plan is done all the same. */
  private static Optional<Decision> planMissing(Case c) {
    return c.severity() == Severity.HIGH && c.work().plan().isEmpty()
        ? Optional.of(refuseAbsent(new PlanMissing(c.id()), Selection.of(c.id().tag(), PlanAgreed.class)))
        : Optional.empty();
  }

  static Decision verify(VerifyWork command, Header header, CaseAndOffices found) {
    Case c = found.found();
    if (!c.isReported()) return c.refuseUnknown();
    if (!c.isAt(header, DONE)) return refuse(new NothingToVerify(command.caseId()), c.since());
    Step<WorkCompleted> completion = c.work().completion().orElseThrow();
    List<Long> unity = unity(header, completion, found.offices());
    if (!unity.isEmpty()) {
      return refuse(new VerifierIsDoer(command.caseId(), completion.fact().doer()),
          unity.stream().mapToLong(Long::longValue).toArray());
    }
    if (command.passed()) return accept(new WorkVerified(command.caseId(), command.remarks(), completion.id()));
    return accept(new WorkRejected(command.caseId(), command.remarks(), completion.id()));
  }

  /**
   * The positions of what makes the verifier one with the doer; empty if they are two. The doer is also whoever said for the
   * doer that it was done, and the organisation for which that was said. The verifier is one with an organisation by acting
   * for it, or by holding an appointment in it on the day of the verification, whoever the verification is for; and an
   * organisation that verifies without naming a person may be anybody with an appointment in it.
   */
  private static List<Long> unity(Header header, Step<WorkCompleted> completion, List<Office> offices) {
    Actor verifier = header.actor();
    Set<Party> doers = doers(completion);
    if (doers.stream().anyMatch(verifier::actsAs)) return List.of(completion.position());
    return offices.stream().filter(it -> it.joins(verifier.who(), doers, header.occurred())).findFirst()
        .map(it -> List.of(it.since(), completion.position())).orElse(List.of());
  }

  private static Set<Party> doers(Step<WorkCompleted> completion) {
    Party doer = completion.fact().doer();
    Actor speaker = completion.actor();
    Set<Party> doers = new HashSet<>(Set.of(doer));
    if (speaker.actsAs(doer)) {
      doers.add(speaker.who());
      speaker.onBehalfOf().ifPresent(doers::add);
    }
    return doers;
  }

  static Reading<CaseAndOffices> toVerify(VerifyWork command, Header header) {
    return CaseReadings.ofCase(command).and(Office.of(header.actor().who()), CaseAndOffices::new);
  }

  /** The case, and the offices of whoever verifies: those a person ever held, or those ever held in an organisation. */
  record CaseAndOffices(Case found, List<Office> offices) {}
}
