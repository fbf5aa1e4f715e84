package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Unknown.UnknownLot;

/**
 * A lot: what was received together.
 *
 * @param id the lot
 * @param receipt how it came in, if it did
 * @param since the position of the event that says so
 */
record Lot(LotId id, Optional<StockReceived> receipt, Optional<Long> since) {
  /** Does not read what became of it. */
  static Reading<Lot> reading(LotId id) {
    return Reading.of(receipts(id), new Lot(id, Optional.empty(), Optional.empty()),
        (lot, event) -> new Lot(id, Optional.of((StockReceived) event.event()), Optional.of(event.position())));
  }

  private static Selection receipts(LotId id) {
    return Selection.of(id.tag(), StockReceived.class);
  }

  /** Why nothing can be done with it: nobody ever received it; empty if somebody did. */
  Optional<Decision> objection() {
    return receipt.isPresent() ? Optional.empty() : Optional.of(refuseAbsent(new UnknownLot(id), receipts(id)));
  }
}
