package org.communityledger.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityEvent.ActivityCancelled;
import org.communityledger.activities.ActivityEvent.ActivityClosed;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Unknown.UnknownActivity;
import org.communityledger.parties.PartyReadings;

/** What activities tell other contexts, and what their own rules read. */
public final class ActivityReadings {
  private ActivityReadings() {}

  /** Whether the activity is planned. */
  public static Reading<Existence> planned(ActivityId id) {
    return Existence.of(ActivityPlanned.class, new UnknownActivity(id));
  }

  /** Whether the activity is a meeting that was held. */
  public static Reading<Meeting> meetingHeld(ActivityId id) {
    return ofActivity(id).map(Meeting::new);
  }

  /** The activity that the command is about, without what was counted there: those who check in do not wait in turn. */
  static Reading<Activity> ofActivity(ActivityCommand command) {
    return ofActivity(command.activity());
  }

  private static Reading<Activity> ofActivity(ActivityId id) {
    return Reading.of(Selection.of(id.tag(), ActivityPlanned.class, ActivityHeld.class, ActivityCancelled.class,
        ActivityClosed.class), Activity.unplanned(id), Activity::evolve);
  }

  /** The activities, cancelled ones left out, that are this edition. */
  static Reading<List<Activity>> ofEdition(Edition edition) {
    Reading<List<ActivityId>> planned = Reading.of(Selection.of(edition.tag(), ActivityPlanned.class), List.of(),
        (found, recorded) -> {
          List<ActivityId> more = new ArrayList<>(found);
          more.add(((ActivityPlanned) recorded.event()).activity());
          return more;
        });
    Reading<List<Activity>> none = Reading.known(List.of());
    return planned.then(ids -> ids.stream().map(ActivityReadings::ofActivity)
        .reduce(none, (found, next) -> found.and(next, ActivityReadings::withUnlessCancelled),
            (some, more) -> some.and(more, ActivityReadings::joined)));
  }

  private static List<Activity> withUnlessCancelled(List<Activity> found, Activity next) {
    return next.cancelled().isPresent() ? found : joined(found, List.of(next));
  }

  private static List<Activity> joined(List<Activity> some, List<Activity> more) {
    List<Activity> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  static Reading<WithParty> withParty(ActivityCommand command, Optional<? extends Party> party) {
    List<Reading<Existence>> needs = party.stream().<Reading<Existence>>map(PartyReadings::registered).toList();
    return ofActivity(command).and(Existence.firstMissing(needs), WithParty::new);
  }

  /** An activity, and the refusal for a party named in the command if that party is not registered. */
  record WithParty(Activity found, Optional<Decision> missing) {}
}
