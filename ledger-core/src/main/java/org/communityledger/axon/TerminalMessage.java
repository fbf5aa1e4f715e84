package org.communityledger.axon;

import java.util.List;
import org.axonframework.messaging.eventhandling.EventMessage;

/** Axon's marker for the end of a sourced stream. Newer releases keep it in another package, so it is looked up once. */
final class TerminalMessage {
  static final EventMessage INSTANCE = find();

  private TerminalMessage() {}

  private static EventMessage find() {
    List<String> places = List.of("org.axonframework.messaging.eventhandling.TerminalEventMessage", // up to 5.0.x
        "org.axonframework.eventsourcing.eventstore.TerminalEventMessage"); // newer
    IllegalStateException unsupported = new IllegalStateException(
        "No TerminalEventMessage in " + places + "; this Axon Framework is not supported");
    for (String place : places) {
      try {
        return (EventMessage) Class.forName(place).getField("INSTANCE").get(null);
      } catch (ReflectiveOperationException e) {
        unsupported.addSuppressed(e);
      }
    }
    throw unsupported;
  }
}
