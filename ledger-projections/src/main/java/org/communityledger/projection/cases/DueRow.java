package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;

/**
 * A case and its due date.
 *
 * @param caseId the case
 * @param kind what sort of matter it is
 * @param category the category in which it was reported
 * @param owner the organisation that accepted it
 * @param inHand when it was accepted or reopened last; empty if it never was
 * @param due the due date in force; empty if there is none
 * @param closing how it was closed; empty unless it is, so from a reopening on
 * @param isDuplicate whether it is the same as another case, in whose stead nothing is due
 * @param suspensions when it was suspended, in the order of the record
 * @param wasExtendedLate whether its due date was moved back when it had passed; empty where nobody knows
 * @param position the position of the last event about it that matters here
 */
public record DueRow(
    CaseId caseId,
    CaseKind kind,
    String category,
    Optional<OrgId> owner,
    Optional<When> inHand,
    Optional<LocalDate> due,
    Optional<Closing> closing,
    boolean isDuplicate,
    List<Suspension> suspensions,
    Optional<Boolean> wasExtendedLate,
    long position) {
  public DueRow {
    suspensions = List.copyOf(suspensions);
  }

  /**
   * How a case was closed.
   *
   * @param when when; where no last possible day is stated, that is the day of recording
   * @param outcome with which outcome
   */
  public record Closing(When when, CaseOutcome outcome) {}

  /**
   * A time for which a case rests.
   *
   * @param from from when on
   * @param until the day on which it ends by itself
   * @param resumed when it was resumed before that; empty if it was not
   */
  public record Suspension(When from, LocalDate until, Optional<When> resumed) {
    /** Whether the case rests at the end of the day; empty where nobody knows. */
    Optional<Boolean> isOn(LocalDate day) {
      boolean hasEnded = !until.isAfter(day)
          || resumed.flatMap(When::latest).filter(it -> !it.isAfter(day)).isPresent();
      if (from.isSurelyAfter(day) || hasEnded) {
        return Optional.of(false);
      }
      boolean surelyBegan = from.latest().filter(it -> !it.isAfter(day)).isPresent();
      boolean surelyGoesOn = resumed.isEmpty() || resumed.get().isSurelyAfter(day);
      return surelyBegan && surelyGoesOn ? Optional.of(true) : Optional.empty();
    }
  }

  static DueRow of(CaseReported report, Happening happening) {
    return new DueRow(report.caseId(), report.kind(), report.category(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), false, List.of(), Optional.of(false), happening.recorded().position());
  }

  /** Whether it is closed and was not later than its due date; empty where nobody knows. */
  public Optional<Boolean> isClosedOnTime() {
    if (closing.isEmpty() || due.isEmpty()) {
      return Optional.of(false);
    }
    When closed = closing.get().when();
    if (closed.isSurelyAfter(due.get())) {
      return Optional.of(false);
    }
    return closed.latest().filter(it -> !it.isAfter(due.get())).isPresent() ? Optional.of(true) : Optional.empty();
  }

  /** Whether it is suspended at the end of the day; empty where nobody knows. */
  public Optional<Boolean> isSuspendedOn(LocalDate day) {
    List<Optional<Boolean>> all = suspensions.stream().map(it -> it.isOn(day)).toList();
    if (all.contains(Optional.of(true))) {
      return Optional.of(true);
    }
    return all.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
  }

  /**
   * By how many days it is over its due date on a day, or was when it was closed: from 0 where it may have been in time.
   * Empty if it is surely not over. A suspension does not move a due date.
   */
  public Optional<Span> overBy(LocalDate day) {
    if (due.isEmpty() || isDuplicate) {
      return Optional.empty();
    }
    Span over = When.on(due.get()).until(closing.map(Closing::when).orElse(When.on(day)));
    boolean isOver = closing.isPresent() ? !isClosedOnTime().equals(Optional.of(true)) : day.isAfter(due.get());
    return isOver ? Optional.of(over) : Optional.empty();
  }

  DueRow after(CaseEvent event, Happening happening) {
    DueRow moved = new DueRow(caseId, kind, category, owner, inHand, due, closing, isDuplicate, suspensions,
        wasExtendedLate, Math.max(position, happening.recorded().position()));
    return switch (event) {
      case CaseAccepted it -> moved.ownedBy(Optional.of(it.owner())).dueBy(it.dueBy(), happening.bounded());
      case CaseReopened it -> moved.dueBy(Optional.of(it.dueBy()), happening.bounded());
      case DeadlineExtended it -> moved.extendedTo(it.newDue(),
          wasExtendedLate.equals(Optional.of(true)) ? wasExtendedLate : isLate(happening.bounded()));
      case CaseClosed it -> moved.closed(Optional.of(new Closing(happening.bounded(), it.outcome())));
      case CaseMarkedDuplicate it -> moved.duplicate(true);
      case DuplicateUnmarked it -> moved.duplicate(false);
      case CaseSuspended it -> moved.resting(Stream.concat(suspensions.stream(),
          Stream.of(new Suspension(happening.bounded(), it.until(), Optional.empty()))).toList());
      case CaseResumed it -> moved.resting(resumed(happening.bounded()));
      case CaseReported it -> moved;
      case CaseDeclined it -> moved;
      case InterimMeasureTaken it -> moved;
      case SurveyRecorded it -> moved;
      case PlanAgreed it -> moved;
      case CaseAssigned it -> moved;
      case AssignmentReturned it -> moved;
      case WorkStarted it -> moved;
      case WorkCompleted it -> moved;
      case WorkVerified it -> moved;
      case WorkRejected it -> moved;
      case CaseHeard it -> moved;
      case CaseRated it -> moved;
    };
  }

  private Optional<Boolean> isLate(When extension) {
    if (due.isEmpty() || extension.latest().filter(it -> !it.isAfter(due.get())).isPresent()) {
      return wasExtendedLate;
    }
    return extension.isSurelyAfter(due.get()) ? Optional.of(true) : Optional.empty();
  }

  private List<Suspension> resumed(When when) {
    if (suspensions.isEmpty()) {
      return suspensions;
    }
    List<Suspension> all = new ArrayList<>(suspensions);
    Suspension last = all.removeLast();
    all.add(new Suspension(last.from(), last.until(), Optional.of(when)));
    return all;
  }

  private DueRow ownedBy(Optional<OrgId> by) {
    return new DueRow(caseId, kind, category, by, inHand, due, closing, isDuplicate, suspensions, wasExtendedLate,
        position);
  }

  private DueRow dueBy(Optional<LocalDate> day, When since) {
    return new DueRow(caseId, kind, category, owner, Optional.of(since), day, Optional.empty(), isDuplicate,
        suspensions,
        wasExtendedLate, position);
  }

  private DueRow extendedTo(LocalDate day, Optional<Boolean> late) {
    return new DueRow(caseId, kind, category, owner, inHand, Optional.of(day), closing, isDuplicate, suspensions, late,
        position);
  }

  private DueRow closed(Optional<Closing> with) {
    return new DueRow(caseId, kind, category, owner, inHand, due, with, isDuplicate, suspensions, wasExtendedLate,
        position);
  }

  private DueRow duplicate(boolean so) {
    return new DueRow(caseId, kind, category, owner, inHand, due, closing, so, suspensions, wasExtendedLate, position);
  }

  private DueRow resting(List<Suspension> when) {
    return new DueRow(caseId, kind, category, owner, inHand, due, closing, isDuplicate, when, wasExtendedLate,
        position);
  }
}
