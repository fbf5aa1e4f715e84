package org.communityledger.aid;

import java.util.Optional;
import org.communityledger.aid.StockEvent.StockAccepted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;

/**
 * A dispatch as it stands.
 *
 * @param id the dispatch
 * @param sending how it was sent off, if it was
 * @param accepted the position of its acceptance, if there is one
 */
record Dispatch(DispatchId id, Optional<Sending> sending, Optional<Long> accepted) {
  /**
   * How a dispatch was sent off.
   *
   * @param event the event
   * @param position its position
   * @param by by whom
   * @param what what it says
   */
  record Sending(EventId event, long position, Party by, StockDispatched what) {}

  static Reading<Dispatch> reading(DispatchId id) {
    return Reading.of(Selection.of(id.tag(), StockDispatched.class, StockAccepted.class),
        new Dispatch(id, Optional.empty(), Optional.empty()), Dispatch::evolve);
  }

  private static Dispatch evolve(Dispatch before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case StockDispatched it -> new Dispatch(before.id, Optional.of(
          new Sending(recorded.id(), recorded.position(), recorded.header().actor().who(), it)), before.accepted);
      case StockAccepted it -> new Dispatch(before.id, before.sending, Optional.of(recorded.position()));
      default -> before;
    };
  }

  /** Where it goes. */
  static Reading<Whereabouts> destination(DispatchId id) {
    return reading(id)
        .then(it -> Whereabouts.of(it.sending.map(sending -> sending.what().to().tag()).orElse(id.tag())));
  }
}
