package org.communityledger.seal;

import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;

/** What the log says about erasures; a store alone is not believed that a value was erased. */
@FunctionalInterface
public interface RecordedErasures {
  /** Whether the log has this event and it asks to forget the subject. */
  boolean isRecorded(EventId request, Tag subject);
}
