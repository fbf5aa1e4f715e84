package org.communityledger.cases;

import static org.communityledger.cases.Stage.ACCEPTED;
import static org.communityledger.cases.Stage.ASSIGNED;
import static org.communityledger.cases.Stage.DONE;
import static org.communityledger.cases.Stage.REPORTED;
import static org.communityledger.cases.Stage.SUSPENDED;
import static org.communityledger.cases.Stage.VERIFIED;
import static org.communityledger.cases.Stage.WORKING;
import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.ExtendDeadline;
import org.communityledger.cases.CaseCommand.ResumeCase;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseEvent.AppliedPolicy;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseReadings.WithApproval;
import org.communityledger.cases.CaseReadings.WithParty;
import org.communityledger.cases.CaseRefusal.AlreadyDefined;
import org.communityledger.cases.CaseRefusal.AlreadySuspended;
import org.communityledger.cases.CaseRefusal.NotLater;
import org.communityledger.cases.SlaPolicy.InForce;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Unknown.UnknownPolicy;

/** The rule sheet of acceptance and time: policies, due dates, suspensions, extensions. */
final class DeadlineRules {
  private DeadlineRules() {}

  static Decision definePolicy(DefineSlaPolicy command, Header header, SlaPolicy policy) {
    if (command.version() <= policy.version()) {
      return refuse(new AlreadyDefined(command.policy(), command.version(), policy.version()),
          policy.inForce().stream().mapToLong(InForce::position).toArray());
    }
    return accept(new SlaPolicyDefined(command.policy(), command.version(), command.days()));
  }

  static Decision acceptCase(AcceptCase command, Header header, CaseAndPolicy found) {
    Case c = found.withOwner().found();
    if (!c.isReported()) return c.refuseUnknown();
    if (found.withOwner().missing().isPresent()) return found.withOwner().missing().get();
    if (command.slaPolicy().isPresent() && found.policy().inForce().isEmpty()) {
      return refuseAbsent(new UnknownPolicy(command.slaPolicy().get()), SlaPolicy.selection(command.slaPolicy().get()));
    }
    if (!c.isAt(header, REPORTED)) return c.refuseStage(header);
    Optional<AppliedPolicy> applied = found.policy().inForce()
        .map(it -> new AppliedPolicy(it.definition().policy(), it.definition().version(), it.id()));
    return accept(new CaseAccepted(command.caseId(), command.owner(), applied, dueBy(c, header, found.policy())));
  }

  /** The day of acceptance and the days of the policy for the category; a category it leaves out has no due date. */
  private static Optional<LocalDate> dueBy(Case c, Header header, SlaPolicy policy) {
    Optional<Integer> days = c.report().flatMap(report -> policy.inForce()
        .flatMap(it -> Optional.ofNullable(it.definition().days().get(report.fact().category()))));
    return days.flatMap(allowed -> Case.dayOf(header).map(day -> day.plusDays(allowed)));
  }

  static Reading<CaseAndPolicy> caseAndPolicy(AcceptCase command) {
    return CaseReadings.withParty(command, Optional.of(command.owner()))
        .and(SlaPolicy.reading(command.slaPolicy()), CaseAndPolicy::new);
  }

  /** The case with its owner to be, and the policy named. */
  record CaseAndPolicy(WithParty withOwner, SlaPolicy policy) {}

  static Decision suspend(SuspendCase command, Header header, WithApproval found) {
    Case c = found.found();
    if (!c.isReported()) return c.refuseUnknown();
    if (c.isAt(header, SUSPENDED)) {
      return refuse(new AlreadySuspended(command.caseId(), c.suspendedUntil().orElseThrow()), c.since());
    }
    if (!c.isAt(header, ACCEPTED, ASSIGNED, WORKING)) return c.refuseStage(header);
    Optional<LocalDate> day = Case.dayOf(header);
    if (day.filter(it -> !command.until().isAfter(it)).isPresent()) {
      return refuse(new NotLater(command.caseId(), command.until(), day));
    }
    Optional<Decision> objection = found.approval().objection("cases.SuspendCase", command.caseId().tag(), header);
    if (objection.isPresent()) return objection.get();
    return accept(new CaseSuspended(command.caseId(), command.until(), Optional.of(command.approval())));
  }

  static Decision resume(ResumeCase command, Header header, Case c) {
    if (!c.isReported()) return c.refuseUnknown();
    if (!c.isAt(header, SUSPENDED)) return c.refuseStage(header);
    return accept(new CaseResumed(command.caseId(), c.progress().last().orElseThrow().id()));
  }

  static Decision extend(ExtendDeadline command, Header header, WithApproval found) {
    Case c = found.found();
    Optional<LocalDate> due = c.deadline().dueBy();
    if (!c.isReported()) return c.refuseUnknown();
    if (!c.isAt(header, ACCEPTED, ASSIGNED, WORKING, DONE, VERIFIED)) return c.refuseStage(header);
    // Without a due date there is nothing to extend; the case is listed apart in every rate.
    if (due.filter(command.newDue()::isAfter).isEmpty()) {
      return refuse(new NotLater(command.caseId(), command.newDue(), due), c.deadline().since());
    }
    Optional<Decision> objection = found.approval().objection("cases.ExtendDeadline", command.caseId().tag(), header);
    if (objection.isPresent()) return objection.get();
    return accept(new DeadlineExtended(command.caseId(), command.newDue(), c.deadline().extensions() + 1,
        Optional.of(command.approval())));
  }
}
