package org.communityledger.activities;

import static org.communityledger.decide.Decision.refuse;

import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Refusal;

/**
 * An activity, for those who need it to be a meeting that was held. Immutable.
 */
public final class Meeting {
  private final Activity activity;

  Meeting(Activity activity) {
    this.activity = activity;
  }

  /** Why it is no meeting that was held, if it is none, in the words of whoever needs one. */
  public Optional<Decision> objection(Refusal notAMeeting, Refusal notHeld) {
    if (!activity.isPlanned()) return Optional.of(activity.refuseUnknown());
    var plan = activity.plan().orElseThrow();
    if (plan.fact().kind() != ActivityKind.MEETING) return Optional.of(refuse(notAMeeting, plan.position()));
    return activity.isHeld() ? Optional.empty() : Optional.of(activity.refuseNotHeld(notHeld));
  }

  /** The event by which it was held, if it was. */
  public Optional<EventId> holding() {
    return activity.holding().map(Activity.Step::id);
  }
}
