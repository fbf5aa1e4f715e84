package org.communityledger.aid;

import static org.communityledger.aid.StockScenario.DEPOT;
import static org.communityledger.aid.StockScenario.DRIVER;
import static org.communityledger.aid.StockScenario.KITS;
import static org.communityledger.aid.StockScenario.STATION;
import static org.communityledger.aid.StockScenario.VAN;
import static org.communityledger.aid.StockScenario.WITNESS;
import static org.communityledger.aid.StockScenario.receipt;

import org.communityledger.aid.StockCommand.AcceptStock;
import org.communityledger.aid.StockCommand.CountStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.WriteOffStock;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.kernel.DispatchId;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectingStockTest {
  private static final DispatchId OTHER_VAN = new DispatchId("van-2");

  private final StockScenario stock = new StockScenario();

  @Test
  void a_receipt_that_was_typed_wrong_is_corrected_although_some_of_it_left_since() {
    long received = stock.given(receipt(1_000));
    stock.given(new DispatchStock(VAN, KITS, DEPOT, STATION, 60));

    stock.retract(received, receipt(100)).isAccepted();

    long corrected = stock.ledger.last();
    stock.when(new DispatchStock(OTHER_VAN, KITS, DEPOT, STATION, 41))
        .isRefusedWith(new StockShort(KITS, DEPOT, 41, 40), corrected - 3);
    stock.when(new DispatchStock(OTHER_VAN, KITS, DEPOT, STATION, 40)).isAcceptedWith(
        new StockDispatched(OTHER_VAN, KITS, DEPOT, STATION, 40, 0));
  }

  @Test
  void a_receipt_is_not_taken_back_once_something_happened_to_the_lot() {
    long received = stock.given(receipt(100));
    long counted = stock.given(new CountStock(KITS, DEPOT, 100, WITNESS));

    stock.retract(received).isRefusedWith(new DependentEvents(stock.ledger.id(received)), counted);
  }

  @Test
  void a_receipt_taken_back_makes_room_for_the_right_one() {
    long received = stock.given(receipt(100));
    stock.retract(received).isAccepted();

    stock.when(receipt(90)).isAccepted();
    stock.when(new DispatchStock(VAN, KITS, DEPOT, STATION, 90)).isAcceptedWith(
        new StockDispatched(VAN, KITS, DEPOT, STATION, 90, 0));
  }

  @Test
  void a_dispatch_is_not_taken_back_once_it_was_accepted() {
    stock.given(receipt(100));
    long sent = stock.given(new DispatchStock(VAN, KITS, DEPOT, STATION, 60));
    long accepted = stock.ledger.given(new AcceptStock(VAN, 60), DRIVER);

    stock.retract(sent).isRefusedWith(new DependentEvents(stock.ledger.id(sent)), accepted);
  }

  @Test
  void a_write_off_that_never_happened_is_taken_back() {
    stock.given(receipt(100));
    long writtenOff = stock.given(new WriteOffStock(KITS, DEPOT, 30, "LOST", stock.approveWriteOff(KITS)));
    stock.retract(writtenOff).isAccepted();

    stock.when(new DispatchStock(VAN, KITS, DEPOT, STATION, 100)).isAcceptedWith(
        new StockDispatched(VAN, KITS, DEPOT, STATION, 100, 0));
  }
}
