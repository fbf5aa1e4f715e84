package org.communityledger.decide;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Tag;

/**
 * An event a decision wants recorded.
 *
 * @param event the fact
 * @param header the header it is recorded with
 * @param corrects the event in whose place it stands, if it is a correction
 */
public record Proposal(Event event, Header header, Optional<EventId> corrects) {
  /** Everything the event is found by: the tags of the fact, and of the events the header cites. */
  public Set<Tag> tags() {
    Set<Tag> tags = new TreeSet<>(java.util.Comparator.comparing(Tag::toString));
    tags.addAll(event.tags());
    corrects.ifPresent(it -> tags.add(it.tag()));
    header.causation().ifPresent(it -> tags.add(it.tag()));
    return tags;
  }
}
