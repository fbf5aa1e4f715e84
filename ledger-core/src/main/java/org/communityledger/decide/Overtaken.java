package org.communityledger.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.When;

/**
 * An event that is recorded, seen from a late entry that happened before it.
 *
 * @param event the event
 * @param occurred when it happened
 */
public record Overtaken(EventId event, When occurred) {
  public static Overtaken of(RecordedEvent recorded) {
    return new Overtaken(recorded.id(), recorded.header().occurred());
  }

  /** The selected events that surely happened after what the header is about: dates that overlap say nothing. */
  public static Reading<List<Overtaken>> by(Header late, Selection selection) {
    return Reading.of(selection, List.of(), (found, recorded) -> {
      Overtaken event = of(recorded);
      if (!event.isAfter(late)) {
        return found;
      }
      List<Overtaken> more = new ArrayList<>(found);
      more.add(event);
      return more;
    });
  }

  /** The last of the selected events, whenever it happened. */
  public static Reading<Optional<Overtaken>> last(Selection selection) {
    return Reading.of(selection, Optional.empty(), (found, recorded) -> Optional.of(of(recorded)));
  }

  /** Whether it surely happened after what the header is about. */
  public boolean isAfter(Header late) {
    return late.occurred().isSurelyBefore(occurred);
  }
}
