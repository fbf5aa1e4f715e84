package org.communityledger.axon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.communityledger.codec.EventTypes;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.RecordedEvent;

/** Recorded events as Axon messages: the fact as payload, the header as metadata under {@link HeaderMetadata}'s keys. */
final class EventMessages {
  /** Where a message that was read carries the event as it stands in the ledger. */
  static final ResourceKey<RecordedEvent> RECORDED = ResourceKey.withLabel("ledger.recordedEvent");

  private final EventTypes types;
  private final Map<Class<?>, MessageType> messageTypes = new ConcurrentHashMap<>();

  EventMessages(EventTypes types) {
    this.types = types;
  }

  EventMessage proposed(EventId id, Event event, Header header) {
    return message(id, event, header, Instant.EPOCH);
  }

  EventMessage recorded(RecordedEvent event) {
    return message(event.id(), event.event(), event.header(), event.recordedAt());
  }

  /** Without metadata: a rule takes the event from the message's context. */
  EventMessage forRule(RecordedEvent event) {
    return new GenericEventMessage(event.id().value(), typeOf(event.event()), event.event(), Map.of(),
        event.recordedAt());
  }

  static Context contextOf(RecordedEvent event) {
    return Context.with(RECORDED, event);
  }

  private EventMessage message(EventId id, Event event, Header header, Instant time) {
    Map<String, String> metadata = new HashMap<>();
    HeaderMetadata.write(header, metadata);
    return new GenericEventMessage(id.value(), typeOf(event), event, metadata, time);
  }

  private MessageType typeOf(Event event) {
    if (event instanceof OpaqueEvent opaque) {
      return new MessageType(new QualifiedName(opaque.name()), Integer.toString(opaque.version()));
    }
    return messageTypes.computeIfAbsent(event.getClass(), it -> {
      EventType type = types.of(event);
      return new MessageType(new QualifiedName(type.name()), Integer.toString(type.version()));
    });
  }
}
