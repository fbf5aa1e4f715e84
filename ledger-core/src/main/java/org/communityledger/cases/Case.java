package org.communityledger.cases;

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
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.communityledger.cases.CaseRefusal.WrongStage;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Unknown.UnknownCase;

/**
 * A case as it stands.
 *
 * @param id the case
 * @param report how it was reported; empty if it was not
 * @param progress the stage it is at
 * @param deadline when it is due
 * @param work who has it, what was done and verified
 * @param ending how often it was closed, reopened and rated
 * @param duplicates the cases marked as duplicates of this one, with the position of the mark
 */
record Case(
    CaseId id,
    Optional<Step<CaseReported>> report,
    Progress progress,
    Deadline deadline,
    Work work,
    Ending ending,
    Map<CaseId, Long> duplicates) {

  /** A fact of the case with its place in the ledger. */
  record Step<E extends CaseEvent>(E fact, EventId id, long position, Actor actor) {
    static <E extends CaseEvent> Step<E> of(E fact, RecordedEvent recorded) {
      return new Step<>(fact, recorded.id(), recorded.position(), recorded.header().actor());
    }
  }

  /**
   * Where the case is on its way.
   *
   * @param stage the stage reached last
   * @param before the stage to which a suspended case or a duplicate returns
   * @param last the event that led to the stage
   */
  record Progress(Stage stage, Stage before, Optional<Step<?>> last) {
    Progress to(Stage next, Step<?> step) {
      return new Progress(next, next, Optional.of(step));
    }

    Progress aside(Stage next, Step<?> step) {
      return new Progress(next, before, Optional.of(step));
    }

    Progress back(Step<?> step) {
      return to(before, step);
    }

    /** A case assigned while it is suspended stays suspended, and is assigned once it is resumed. */
    Progress assigned(Step<?> step) {
      return stage == SUSPENDED ? new Progress(SUSPENDED, ASSIGNED, last) : to(ASSIGNED, step);
    }
  }

  /**
   * When the case is due.
   *
   * @param dueBy the due date in force, if there is one
   * @param extensions how often it was extended
   * @param since the position of the event that set it, or set none
   */
  record Deadline(Optional<LocalDate> dueBy, int extensions, long since) {}

  /**
   * The work on the case.
   *
   * @param acceptance the acceptance or reopening that put the case in hand
   * @param assignment the assignment in force
   * @param plan the plan agreed last
   * @param completion the last completion
   * @param verification the passed verification, if it is later than the last completion, rejection and reopening
   * @param unverified the last completion, rejection or reopening, if no passed verification is later
   */
  record Work(
      Optional<EventId> acceptance,
      Optional<Step<CaseAssigned>> assignment,
      Optional<Step<PlanAgreed>> plan,
      Optional<Step<WorkCompleted>> completion,
      Optional<EventId> verification,
      Optional<Long> unverified) {
    Work inHand(EventId by) {
      return new Work(Optional.of(by), Optional.empty(), plan, completion, verification, unverified);
    }

    Work assigned(Optional<Step<CaseAssigned>> to) {
      return new Work(acceptance, to, plan, completion, verification, unverified);
    }

    Work planned(Step<PlanAgreed> agreed) {
      return new Work(acceptance, assignment, Optional.of(agreed), completion, verification, unverified);
    }

    Work completed(Step<WorkCompleted> done) {
      return new Work(acceptance, assignment, plan, Optional.of(done), verification, unverified)
          .unverifiedSince(done.position());
    }

    Work verified(EventId by) {
      return new Work(acceptance, assignment, plan, completion, Optional.of(by), Optional.empty());
    }

    Work unverifiedSince(long position) {
      return new Work(acceptance, assignment, plan, completion, Optional.empty(), Optional.of(position));
    }
  }

  /**
   * The ends of the case.
   *
   * @param closing the last closing
   * @param reopenings how often it was reopened
   * @param rated where it was rated since the last closing, or before the first
   */
  record Ending(Optional<EventId> closing, int reopenings, Optional<Long> rated) {}

  static Case unreported(CaseId id) {
    return new Case(id, Optional.empty(), new Progress(REPORTED, REPORTED, Optional.empty()),
        new Deadline(Optional.empty(), 0, 0),
        new Work(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty()),
        new Ending(Optional.empty(), 0, Optional.empty()), Map.of());
  }

  static Case evolve(Case c, RecordedEvent recorded) {
    if (!(recorded.event() instanceof CaseEvent event)) return c;
    if (!event.caseId().equals(c.id)) return c.pointedAt(event, recorded);
    Step<CaseEvent> step = Step.of(event, recorded);
    return switch (event) {
      case CaseReported it -> c.reported(Step.of(it, recorded));
      case CaseAccepted it -> c.with(c.progress.to(ACCEPTED, step)).with(c.work.inHand(step.id()))
          .with(new Deadline(it.dueBy(), c.deadline.extensions(), step.position()));
      case CaseDeclined it -> c.with(c.progress.to(DECLINED, step));
      case CaseMarkedDuplicate it -> c.with(c.progress.aside(DUPLICATE, step));
      case DuplicateUnmarked it -> c.with(c.progress.back(step));
      case InterimMeasureTaken it -> c;
      case SurveyRecorded it -> c;
      case PlanAgreed it -> c.with(c.work.planned(Step.of(it, recorded)));
      case CaseAssigned it -> c.with(c.progress.assigned(step))
          .with(c.work.assigned(Optional.of(Step.of(it, recorded))));
      case AssignmentReturned it -> c.with(c.progress.to(ACCEPTED, step)).with(c.work.assigned(Optional.empty()));
      case WorkStarted it -> c.with(c.progress.to(WORKING, step));
      case WorkCompleted it -> c.with(c.progress.to(DONE, step)).with(c.work.completed(Step.of(it, recorded)));
      case WorkVerified it -> c.with(c.progress.to(VERIFIED, step)).with(c.work.verified(step.id()));
      case WorkRejected it -> c.with(c.progress.to(WORKING, step)).with(c.work.unverifiedSince(step.position()));
      case CaseClosed it -> c.with(c.progress.to(CLOSED, step))
          .with(new Ending(Optional.of(step.id()), c.ending.reopenings(), Optional.empty()));
      case CaseReopened it -> c.with(c.progress.to(ACCEPTED, step))
          .with(c.work.inHand(step.id()).unverifiedSince(step.position()))
          .with(new Deadline(Optional.of(it.dueBy()), c.deadline.extensions(), step.position()))
          .with(new Ending(c.ending.closing(), it.n(), c.ending.rated()));
      case CaseSuspended it -> c.with(c.progress.aside(SUSPENDED, step));
      case CaseResumed it -> c.with(c.progress.back(step));
      case DeadlineExtended it -> c.with(new Deadline(Optional.of(it.newDue()), it.nth(), step.position()));
      case CaseHeard it -> c;
      case CaseRated it -> c
          .with(new Ending(c.ending.closing(), c.ending.reopenings(), Optional.of(step.position())));
    };
  }

  private Case reported(Step<CaseReported> step) {
    return new Case(id, Optional.of(step), progress.to(REPORTED, step), deadline, work, ending, duplicates);
  }

  private Case pointedAt(CaseEvent event, RecordedEvent recorded) {
    Map<CaseId, Long> pointing = new HashMap<>(duplicates);
    if (event instanceof CaseMarkedDuplicate it && it.of().equals(id)) {
      pointing.put(it.caseId(), recorded.position());
    } else if (event instanceof DuplicateUnmarked it && it.of().equals(id)) {
      pointing.remove(it.caseId());
    }
    return new Case(id, report, progress, deadline, work, ending, Map.copyOf(pointing));
  }

  private Case with(Progress other) {
    return new Case(id, report, other, deadline, work, ending, duplicates);
  }

  private Case with(Deadline other) {
    return new Case(id, report, progress, other, work, ending, duplicates);
  }

  private Case with(Work other) {
    return new Case(id, report, progress, deadline, other, ending, duplicates);
  }

  private Case with(Ending other) {
    return new Case(id, report, progress, deadline, work, other, duplicates);
  }

  boolean isReported() {
    return report.isPresent();
  }

  /** The stage for an act of that header: a suspension whose day has come by then counts as resumed. */
  Stage stageFor(Header header) {
    return progress.stage() == SUSPENDED && hasCome(suspendedUntil(), header) ? progress.before() : progress.stage();
  }

  boolean isAt(Header header, Stage... stages) {
    return List.of(stages).contains(stageFor(header));
  }

  /** The position of the event that led to the stage. */
  long since() {
    return progress.last().map(Step::position).orElse(0L);
  }

  Optional<LocalDate> suspendedUntil() {
    return progress.last().map(Step::fact)
        .flatMap(it -> it instanceof CaseSuspended suspended ? Optional.of(suspended.until()) : Optional.empty());
  }

  /** The mark by which the case is a duplicate now. */
  Optional<Step<CaseMarkedDuplicate>> duplicateMark() {
    return progress.last().flatMap(it -> it.fact() instanceof CaseMarkedDuplicate mark
        ? Optional.of(new Step<>(mark, it.id(), it.position(), it.actor()))
        : Optional.empty());
  }

  Severity severity() {
    return report.map(it -> it.fact().severity()).orElse(Severity.UNRATED);
  }

  /** Who does the work, or did it last. */
  Optional<Doing> doing() {
    return work.assignment().map(it -> new Doing(it.fact().doer(), it.position()))
        .or(() -> work.completion().map(it -> new Doing(it.fact().doer(), it.position())));
  }

  /** A doer, and the position of the event that says so. */
  record Doing(Party doer, long position) {}

  Decision refuseUnknown() {
    return refuseAbsent(new UnknownCase(id), Selection.of(id.tag(), CaseReported.class));
  }

  Decision refuseStage(Header header) {
    return refuse(new WrongStage(id, stageFor(header)), since());
  }

  /**
   * The day of an act: the last day on which it can have happened, at most the day of recording; the day of recording
   * where nothing is known.
   */
  static Optional<LocalDate> dayOf(Header header) {
    Optional<LocalDate> today = header.today();
    Optional<LocalDate> latest = header.occurred().latest();
    return latest.filter(it -> today.filter(it::isAfter).isEmpty()).or(() -> today);
  }

  private static boolean hasCome(Optional<LocalDate> day, Header header) {
    return day.isPresent() && dayOf(header).filter(it -> !it.isBefore(day.get())).isPresent();
  }
}
