package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.When;
import org.communityledger.projection.cases.CaseTimeline.StageSpan;

/**
 * Follows a case from stage to stage and tells how long it was at each. A suspension is a stage of its own and ends with the
 * resumption or on its last day, whichever is first; from then on the case is at the stage it had before. An assignment of
 * which nobody knows whether it came before that day is taken as one within the suspension.
 *
 * @param progress how far the case has come
 * @param since since when it is at its stage; empty before its first event
 */
record StageClock(CaseProgress progress, Optional<When> since) {
  static final StageClock START = new StageClock(CaseProgress.START, Optional.empty());

  /**
   * The clock after an event of the case.
   *
   * @param left is told of each stage that ended with it
   */
  StageClock after(CaseEvent event, When occurred, Consumer<StageSpan> left) {
    return since.map(it -> resumed(event, occurred, it, left)).orElse(this).moved(event, occurred, left);
  }

  /** If the suspension ran out before the event, the case is where it was before. */
  private StageClock resumed(CaseEvent event, When occurred, When from, Consumer<StageSpan> left) {
    Optional<LocalDate> until = progress.suspendedUntil();
    if (until.isEmpty() || !ranOut(event, occurred, until.get())) {
      return this;
    }
    When end = When.on(until.get());
    left.accept(span(progress.stage(), from, end));
    return new StageClock(new CaseProgress(progress.before(), progress.before(), Optional.empty()), Optional.of(end));
  }

  /** What can happen to a suspended case only after its suspension, tells that this was over; anything does by its date. */
  private boolean ranOut(CaseEvent event, When occurred, LocalDate until) {
    boolean isOfASuspendedCase = event instanceof CaseResumed || event instanceof CaseAssigned;
    boolean isOnlyAfter = event instanceof CaseSuspended
        || (!isOfASuspendedCase && progress.after(event).stage() != progress.stage());
    return isOnlyAfter || occurred.isSurelyAfter(until.minusDays(1));
  }

  private StageClock moved(CaseEvent event, When occurred, Consumer<StageSpan> left) {
    CaseProgress after = progress.after(event);
    if (since.isPresent() && after.stage() == progress.stage()) {
      return new StageClock(after, since);
    }
    When then = progress.suspendedUntil().map(until -> notAfter(until, occurred)).orElse(occurred);
    since.ifPresent(from -> left.accept(span(progress.stage(), from, then)));
    return new StageClock(after, Optional.of(then));
  }

  private static When notAfter(LocalDate day, When when) {
    return when.latest().filter(it -> !it.isAfter(day)).isPresent()
        ? when
        : new When(when.earliest(), Optional.of(day), Optional.empty(), when.asStated(), when.inferred());
  }

  private static StageSpan span(Stage stage, When from, When to) {
    return new StageSpan(stage, from, to, from.until(to));
  }
}
