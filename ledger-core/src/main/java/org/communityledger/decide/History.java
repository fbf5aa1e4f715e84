package org.communityledger.decide;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;

/**
 * What one decision reads from. Everything read through one history counts for the condition under which the decision's
 * events are appended. Used by one thread.
 */
public interface History {
  /** The selected events in order of position, retracted ones and retractions included. */
  List<RecordedEvent> read(Selection selection);

  /**
   * The selected event recorded last, be it retracted or a retraction; empty if there is none. Counts for the condition as
   * reading all of the selected would, but does not read them.
   */
  Optional<RecordedEvent> last(Selection selection);

  /** The event with the id, if it is recorded. */
  Optional<RecordedEvent> find(EventId id);
}
