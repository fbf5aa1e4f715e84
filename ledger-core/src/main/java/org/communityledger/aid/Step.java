package org.communityledger.aid;

import org.communityledger.decide.Overtaken;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.When;

/** A fact with its place in the ledger. */
record Step<E extends Event>(E fact, EventId id, long position, When occurred) {
  static <E extends Event> Step<E> of(E fact, RecordedEvent recorded) {
    return new Step<>(fact, recorded.id(), recorded.position(), recorded.header().occurred());
  }

  Overtaken overtaken() {
    return new Overtaken(id, occurred);
  }
}
