package org.communityledger.projection.live;

import java.util.Optional;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;

/**
 * An event on its way to the views.
 *
 * @param happening the event as a view is told of it if it simply comes next
 * @param takenBack the earlier event it takes back, if it does that
 * @param comesNext whether rows are simply told of it next; otherwise it stands elsewhere in their history, or is
 *   struck out already, so that they must be folded again
 */
record Incoming(Happening happening, Optional<RecordedEvent> takenBack, boolean comesNext) {
  RecordedEvent recorded() {
    return happening.recorded();
  }

  long position() {
    return recorded().position();
  }
}
