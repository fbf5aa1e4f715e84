package org.communityledger.axon;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.communityledger.kernel.Event;

/** An event's own tags and those of Axon's annotations on it. */
final class LedgerTagResolver implements TagResolver {
  private final TagResolver annotations = new AnnotationBasedTagResolver();

  @Override
  public Set<Tag> resolve(EventMessage message) {
    Set<Tag> tags = new HashSet<>(annotations.resolve(message));
    if (message.payload() instanceof Event event) {
      event.tags().forEach(it -> tags.add(Criteria.tag(it)));
    }
    return tags;
  }
}
