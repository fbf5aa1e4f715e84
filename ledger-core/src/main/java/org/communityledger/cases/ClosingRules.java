package org.communityledger.cases;

import static org.communityledger.cases.Stage.ACCEPTED;
import static org.communityledger.cases.Stage.ASSIGNED;
import static org.communityledger.cases.Stage.CLOSED;
import static org.communityledger.cases.Stage.DECLINED;
import static org.communityledger.cases.Stage.DONE;
import static org.communityledger.cases.Stage.DUPLICATE;
import static org.communityledger.cases.Stage.SUSPENDED;
import static org.communityledger.cases.Stage.VERIFIED;
import static org.communityledger.cases.Stage.WORKING;
import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.cases.Case.Doing;
import org.communityledger.cases.Case.Step;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseReadings.WithApproval;
import org.communityledger.cases.CaseRefusal.AlreadyRated;
import org.communityledger.cases.CaseRefusal.NotClosed;
import org.communityledger.cases.CaseRefusal.OutcomeNotAllowed;
import org.communityledger.cases.CaseRefusal.RaterIsDoer;
import org.communityledger.cases.CaseRefusal.VerificationMissing;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Header;

/** The rule sheet of a case's end: closing, reopening, rating. */
final class ClosingRules {
  private ClosingRules() {}

  static Decision close(CloseCase command, Header header, WithApproval found) {
    Case c = found.found();
    CaseOutcome outcome = command.outcome();
    if (!c.isReported()) return c.refuseUnknown();
    if (!c.isAt(header, ACCEPTED, ASSIGNED, WORKING, DONE, VERIFIED)) return c.refuseStage(header);
    Step<CaseReported> report = c.report().orElseThrow();
    if (report.fact().kind() == CaseKind.HAZARD && outcome == CaseOutcome.ANSWERED) {
      return refuse(new OutcomeNotAllowed(command.caseId(), CaseKind.HAZARD, outcome), report.position());
    }
    if (outcome.needsVerification() && c.work().verification().isEmpty()) return verificationMissing(command, c);
    if (outcome.needsReason() && header.reason().isEmpty()) return refuse(new ReasonMissing("cases.CloseCase"));
    // An approval that is not needed is still checked, because citing it uses it up.
    if (outcome.needsApproval() || command.approval().isPresent()) {
      Optional<Decision> objection = found.approval().objection("cases.CloseCase", command.caseId().tag(), header);
      if (objection.isPresent()) return objection.get();
    }
    return accept(new CaseClosed(command.caseId(), outcome, command.approval(), c.work().verification()));
  }

  private static Decision verificationMissing(CloseCase command, Case c) {
    VerificationMissing missing = new VerificationMissing(command.caseId(), command.outcome());
    return c.work().unverified().map(position -> refuse(missing, position))
        .orElseGet(() -> refuseAbsent(missing, Selection.of(command.caseId().tag(), WorkVerified.class)));
  }

  static Decision reopen(ReopenCase command, Header header, Case c) {
    if (!c.isReported()) return c.refuseUnknown();
    if (!c.isAt(header, CLOSED, DECLINED)) {
      return refuse(new NotClosed(command.caseId(), c.stageFor(header)), c.since());
    }
    if (header.reason().isEmpty()) return refuse(new ReasonMissing("cases.ReopenCase"));
    return accept(new CaseReopened(command.caseId(), c.ending().reopenings() + 1, command.dueBy(),
        c.progress().last().orElseThrow().id()));
  }

  /** What people think of the handling can be said of any case that is neither suspended nor a duplicate. */
  static Decision rate(RateCase command, Header header, Case c) {
    if (!c.isReported()) return c.refuseUnknown();
    if (c.isAt(header, SUSPENDED, DUPLICATE)) return c.refuseStage(header);
    Optional<Doing> doing = c.doing().filter(it -> header.actor().actsAs(it.doer()));
    if (doing.isPresent()) return refuse(new RaterIsDoer(command.caseId(), doing.get().doer()), doing.get().position());
    if (c.ending().rated().isPresent()) return refuse(new AlreadyRated(command.caseId()), c.ending().rated().get());
    return accept(new CaseRated(command.caseId(), command.reached(), command.contacted(), command.solved(),
        command.satisfied(), command.remark(), c.ending().closing()));
  }
}
