package org.communityledger.projection.records;

import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;

/**
 * Something that needs a second look.
 *
 * @param kind what is odd
 * @param target the thing concerned
 * @param text what is odd about it in a word: the name in question, the rule, the outcome; never a personal value
 * @param event the event that shows it
 * @param occurred when that happened
 */
public record Anomaly(AnomalyKind kind, Tag target, String text, EventId event, When occurred) {
  static Anomaly of(AnomalyKind kind, Tag target, String text, RecordedEvent shownBy) {
    return new Anomaly(kind, target, text, shownBy.id(), shownBy.header().occurred());
  }
}
