package org.communityledger.projection.cases;

import static org.communityledger.cases.Stage.ACCEPTED;
import static org.communityledger.cases.Stage.ASSIGNED;
import static org.communityledger.cases.Stage.CLOSED;
import static org.communityledger.cases.Stage.DECLINED;
import static org.communityledger.cases.Stage.DONE;
import static org.communityledger.cases.Stage.DUPLICATE;
import static org.communityledger.cases.Stage.REPORTED;
import static org.communityledger.cases.Stage.SUSPENDED;
import static org.communityledger.cases.Stage.VERIFIED;
import static org.communityledger.cases.Stage.WORKING;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.Stage;

/**
 * How far a case has come.
 *
 * @param stage the stage reached last
 * @param before the stage to which a suspended case or a duplicate returns
 * @param suspendedUntil the day on which a suspension ends by itself; empty while the case is not suspended
 */
public record CaseProgress(Stage stage, Stage before, Optional<LocalDate> suspendedUntil) {
  static final CaseProgress START = at(REPORTED);

  private static CaseProgress at(Stage stage) {
    return new CaseProgress(stage, stage, Optional.empty());
  }

  /** The stage on a day: from the day on which a suspension ends by itself, the case is at the stage it had before. */
  public Stage stageOn(LocalDate day) {
    return suspendedUntil.filter(it -> !it.isAfter(day)).isPresent() ? before : stage;
  }

  /** The progress after an event of the case. */
  CaseProgress after(CaseEvent event) {
    return switch (event) {
      case CaseReported it -> at(REPORTED);
      case CaseAccepted it -> at(ACCEPTED);
      case CaseDeclined it -> at(DECLINED);
      case CaseMarkedDuplicate it -> new CaseProgress(DUPLICATE, before, Optional.empty());
      case DuplicateUnmarked it -> at(before);
      case InterimMeasureTaken it -> this;
      case SurveyRecorded it -> this;
      case PlanAgreed it -> this;
      // Assigned while it is suspended, a case stays suspended and is assigned from its resumption on.
      case CaseAssigned it -> stage == SUSPENDED
          ? new CaseProgress(SUSPENDED, ASSIGNED, suspendedUntil)
          : at(ASSIGNED);
      case AssignmentReturned it -> at(ACCEPTED);
      case WorkStarted it -> at(WORKING);
      case WorkCompleted it -> at(DONE);
      case WorkVerified it -> at(VERIFIED);
      case WorkRejected it -> at(WORKING);
      case CaseClosed it -> at(CLOSED);
      case CaseReopened it -> at(ACCEPTED);
      case CaseSuspended it -> new CaseProgress(SUSPENDED, before, Optional.of(it.until()));
      case CaseResumed it -> at(before);
      case DeadlineExtended it -> this;
      case CaseHeard it -> this;
      case CaseRated it -> this;
    };
  }
}
