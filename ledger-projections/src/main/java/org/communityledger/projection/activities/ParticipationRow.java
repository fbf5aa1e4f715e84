package org.communityledger.projection.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.When;
import org.communityledger.projection.activities.Participation.Part;

/**
 * Where somebody came in one role.
 *
 * @param part who, as what
 * @param visits the activities they were checked in to, in the order of the record
 */
public record ParticipationRow(Part part, List<Visit> visits) {
  public ParticipationRow {
    visits = List.copyOf(visits);
  }

  /**
   * One check-in.
   *
   * @param activity the activity
   * @param group the group in which they competed
   * @param when when they came, no more exact than stated
   * @param position the position of the check-in
   */
  public record Visit(ActivityId activity, Optional<String> group, When when, long position) {}

  ParticipationRow with(RecordedEvent recorded) {
    ParticipantCheckedIn checkIn = (ParticipantCheckedIn) recorded.event();
    List<Visit> more = new ArrayList<>(visits);
    more.add(new Visit(checkIn.activity(), checkIn.group(), recorded.header().occurred(), recorded.position()));
    return new ParticipationRow(part, more);
  }
}
