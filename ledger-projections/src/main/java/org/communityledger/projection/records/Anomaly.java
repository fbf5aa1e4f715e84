package org.communityledger.projection.records;

import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;

/**
 * Something that needs a second look.
 *
 * @param key what is odd about what
 * @param target the thing concerned
 * @param text the name in question
 * @param event the event that shows it
 * @param occurred when that happened
 */
public record Anomaly(Key key, Tag target, String text, EventId event, When occurred) {
  /**
   * What an anomaly is found by.
   *
   * @param kind what is odd
   * @param about the tag of what it is odd about: of an organisation, or of an alias
   */
  public record Key(AnomalyKind kind, Tag about) {}
}
