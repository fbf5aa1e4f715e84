package org.communityledger.projection.cases;

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
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Severity;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.When;

/**
 * A case as it stands.
 *
 * @param caseId the case
 * @param kind what sort of matter it is
 * @param category the category in which it was reported
 * @param place where it is
 * @param severity how grave it is
 * @param reported when it was reported, no more exact than stated
 * @param progress how far it has come
 * @param hands who has it in hand
 * @param outcome how it was closed; empty unless it is closed
 * @param due the due date in force
 * @param position the position of the last event about it
 */
public record CaseRow(
    CaseId caseId,
    CaseKind kind,
    String category,
    PlaceId place,
    Severity severity,
    When reported,
    CaseProgress progress,
    Hands hands,
    Optional<CaseOutcome> outcome,
    Optional<LocalDate> due,
    long position) {

  /**
   * Who has a case in hand.
   *
   * @param owner the organisation that accepted it
   * @param doer who is to do the work, or did it; empty while nobody has it to do
   * @param verifier who found the work good; empty unless that is later than the last completion, rejection and reopening
   */
  public record Hands(Optional<OrgId> owner, Optional<Party> doer, Optional<Actor> verifier) {}

  static CaseRow of(CaseReported report, RecordedEvent recorded) {
    return new CaseRow(report.caseId(), report.kind(), report.category(), report.place(), report.severity(),
        recorded.header().occurred(), CaseProgress.START.after(report),
        new Hands(Optional.empty(), Optional.empty(), Optional.empty()), Optional.empty(), Optional.empty(),
        recorded.position());
  }

  /** The stage reached last; whether a suspension has run out is asked of {@link CaseProgress#stageOn}. */
  public Stage stage() {
    return progress.stage();
  }

  /**
   * Whether there is still something to do: it is neither closed nor declined, nor a duplicate of another case. A
   * suspended case is open.
   */
  public boolean isOpen() {
    return switch (stage()) {
      case REPORTED, ACCEPTED, ASSIGNED, WORKING, DONE, VERIFIED, SUSPENDED -> true;
      case CLOSED, DECLINED, DUPLICATE -> false;
    };
  }

  /** Whether its work is said to be done and was not verified since by somebody else. */
  public boolean isDoneButUnverified() {
    return stage() == Stage.DONE && verifier().isEmpty();
  }

  public Optional<OrgId> owner() {
    return hands.owner();
  }

  public Optional<Party> doer() {
    return hands.doer();
  }

  public Optional<Actor> verifier() {
    return hands.verifier();
  }

  CaseRow after(CaseEvent event, RecordedEvent recorded) {
    CaseRow moved = new CaseRow(caseId, kind, category, place, severity, reported, progress.after(event), hands,
        outcome,
        due, Math.max(position, recorded.position()));
    return switch (event) {
      case CaseAccepted it -> moved.ownedBy(it.owner()).due(it.dueBy());
      case CaseAssigned it -> moved.doneBy(Optional.of(it.doer()));
      case AssignmentReturned it -> moved.doneBy(Optional.empty());
      case WorkCompleted it -> moved.doneBy(Optional.of(it.doer())).verifiedBy(Optional.empty());
      case WorkVerified it -> moved.verifiedBy(Optional.of(recorded.header().actor()));
      case WorkRejected it -> moved.verifiedBy(Optional.empty());
      case CaseClosed it -> moved.ended(Optional.of(it.outcome()));
      case CaseReopened it -> moved.ended(Optional.empty()).doneBy(Optional.empty()).verifiedBy(Optional.empty())
          .due(Optional.of(it.dueBy()));
      case DeadlineExtended it -> moved.due(Optional.of(it.newDue()));
      case CaseReported it -> moved;
      case CaseDeclined it -> moved;
      case CaseMarkedDuplicate it -> moved;
      case DuplicateUnmarked it -> moved;
      case InterimMeasureTaken it -> moved;
      case SurveyRecorded it -> moved;
      case PlanAgreed it -> moved;
      case WorkStarted it -> moved;
      case CaseSuspended it -> moved;
      case CaseResumed it -> moved;
      case CaseHeard it -> moved;
      case CaseRated it -> moved;
    };
  }

  private CaseRow ownedBy(OrgId owner) {
    return with(new Hands(Optional.of(owner), hands.doer(), hands.verifier()));
  }

  private CaseRow doneBy(Optional<Party> doer) {
    return with(new Hands(hands.owner(), doer, hands.verifier()));
  }

  private CaseRow verifiedBy(Optional<Actor> verifier) {
    return with(new Hands(hands.owner(), hands.doer(), verifier));
  }

  private CaseRow with(Hands other) {
    return new CaseRow(caseId, kind, category, place, severity, reported, progress, other, outcome, due, position);
  }

  private CaseRow ended(Optional<CaseOutcome> with) {
    return new CaseRow(caseId, kind, category, place, severity, reported, progress, hands, with, due, position);
  }

  private CaseRow due(Optional<LocalDate> by) {
    return new CaseRow(caseId, kind, category, place, severity, reported, progress, hands, outcome, by, position);
  }
}
