package org.communityledger.activities;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.activities.ActivityEvent.ActivityCancelled;
import org.communityledger.activities.ActivityEvent.ActivityClosed;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ActivityEvent.TallyRecorded;
import org.communityledger.activities.ActivityEvent.TopicCovered;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Unknown.UnknownActivity;

/**
 * An activity as it stands.
 *
 * @param id the activity
 * @param plan how it was planned; empty if it was not
 * @param holding how it was held
 * @param cancelled the position of its cancellation
 * @param closed the position of its closing
 */
record Activity(
    ActivityId id,
    Optional<Step<ActivityPlanned>> plan,
    Optional<Step<ActivityHeld>> holding,
    Optional<Long> cancelled,
    Optional<Long> closed) {

  /** A fact of the activity with its place in the ledger. */
  record Step<E extends ActivityEvent>(E fact, EventId id, long position) {
    static <E extends ActivityEvent> Step<E> of(E fact, RecordedEvent recorded) {
      return new Step<>(fact, recorded.id(), recorded.position());
    }
  }

  static Activity unplanned(ActivityId id) {
    return new Activity(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Activity evolve(Activity a, RecordedEvent recorded) {
    if (!(recorded.event() instanceof ActivityEvent event) || !event.activity().equals(a.id)) return a;
    Optional<Long> here = Optional.of(recorded.position());
    return switch (event) {
      case ActivityPlanned it -> new Activity(a.id, Optional.of(Step.of(it, recorded)), a.holding, a.cancelled,
          a.closed);
      case ActivityHeld it -> new Activity(a.id, a.plan, Optional.of(Step.of(it, recorded)), a.cancelled, a.closed);
      case ActivityCancelled it -> new Activity(a.id, a.plan, a.holding, here, a.closed);
      case ActivityClosed it -> new Activity(a.id, a.plan, a.holding, a.cancelled, here);
      case ParticipantCheckedIn it -> a;
      case TallyRecorded it -> a;
      case TopicCovered it -> a;
    };
  }

  boolean isPlanned() {
    return plan.isPresent();
  }

  boolean isHeld() {
    return holding.isPresent();
  }

  Decision refuseUnknown() {
    return refuseAbsent(new UnknownActivity(id), Selection.of(id.tag(), ActivityPlanned.class));
  }

  /** Refuses because it was not held: because of the cancellation, if it was cancelled. */
  Decision refuseNotHeld(Refusal notHeld) {
    return cancelled.map(it -> refuse(notHeld, it))
        .orElseGet(() -> refuseAbsent(notHeld, Selection.of(id.tag(), ActivityHeld.class)));
  }
}
