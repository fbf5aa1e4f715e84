package org.communityledger.projection.cases;

import java.util.Optional;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseKind;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;

/**
 * What of a case had to be done again.
 *
 * @param caseId the case
 * @param kind what sort of matter it is
 * @param category the category in which it was reported
 * @param owner the organisation that accepted it
 * @param work completions, and whether one was found wanting
 * @param closing closings, and whether one was undone
 * @param assignment assignments, and whether one was returned
 */
public record ReworkRow(
    CaseId caseId,
    CaseKind kind,
    String category,
    Optional<OrgId> owner,
    Step work,
    Step closing,
    Step assignment) {

  /**
   * A step and its undoing.
   *
   * @param first when the step was first done; empty if it never was
   * @param wasUndone whether it was undone, once or more
   */
  public record Step(Optional<When> first, boolean wasUndone) {
    static final Step NEVER = new Step(Optional.empty(), false);

    private Step done(When when) {
      return first.isPresent() ? this : new Step(Optional.of(when), wasUndone);
    }

    /** What was never done is not undone: reopened, a case that was declined was not closed before. */
    private Step undone() {
      return first.isPresent() ? new Step(first, true) : this;
    }
  }

  static ReworkRow of(CaseReported report) {
    return new ReworkRow(report.caseId(), report.kind(), report.category(), Optional.empty(), Step.NEVER, Step.NEVER,
        Step.NEVER);
  }

  ReworkRow after(Event event, Happening happening) {
    return switch (event) {
      case CaseAccepted it -> new ReworkRow(caseId, kind, category, Optional.of(it.owner()), work, closing, assignment);
      case WorkCompleted it -> with(work.done(happening.bounded()), closing, assignment);
      case WorkRejected it -> with(work.undone(), closing, assignment);
      case CaseClosed it -> with(work, closing.done(happening.bounded()), assignment);
      case CaseReopened it -> with(work, closing.undone(), assignment);
      case CaseAssigned it -> with(work, closing, assignment.done(happening.bounded()));
      case AssignmentReturned it -> with(work, closing, assignment.undone());
      default -> this;
    };
  }

  private ReworkRow with(Step worked, Step closed, Step assigned) {
    return new ReworkRow(caseId, kind, category, owner, worked, closed, assigned);
  }
}
