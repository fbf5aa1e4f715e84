package org.communityledger.seal;

import java.util.List;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;

/**
 * Events of the bulk door and their header with references in place of personal values.
 *
 * @param ticket what waits to be stored with them
 */
public record SealedEvents(Header header, List<Event> events, Ticket ticket) {
  public SealedEvents {
    events = List.copyOf(events);
  }
}
