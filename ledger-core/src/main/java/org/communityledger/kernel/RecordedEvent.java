package org.communityledger.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An event as it stands in the ledger.
 *
 * @param position its place in the log, from 0, without gaps
 * @param id its id
 * @param recordedAt when it was recorded, by the ledger's clock; never goes back from one position to the next
 * @param header who recorded it, when it happened, from which source
 * @param corrects the event in whose place this one stands, if it is a correction
 * @param tags everything it can be found by
 * @param event the fact
 */
public record RecordedEvent(
    long position,
    EventId id,
    Instant recordedAt,
    Header header,
    Optional<EventId> corrects,
    Set<Tag> tags,
    Event event) {
  public RecordedEvent {
    tags = tags instanceof WrittenTags ? tags : Set.copyOf(tags);
  }
}
