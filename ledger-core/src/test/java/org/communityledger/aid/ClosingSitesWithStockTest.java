package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.aid.StockScenario.DEPOT;
import static org.communityledger.aid.StockScenario.DRIVER;
import static org.communityledger.aid.StockScenario.KITS;
import static org.communityledger.aid.StockScenario.STATION;
import static org.communityledger.aid.StockScenario.VAN;
import static org.communityledger.aid.StockScenario.kits;
import static org.communityledger.aid.StockScenario.receipt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.communityledger.aid.StockCommand.AcceptStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockCommand.WriteOffStock;
import org.communityledger.decide.Decider;
import org.communityledger.decide.History;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceRefusal.StockLeft;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosingSitesWithStockTest {
  private static final LotId RICE = new LotId("rice-2024");

  private final StockScenario stock = new StockScenario();

  @Test
  void X12_no_site_closes_with_stock() {
    long kits = stock.given(receipt(100));
    long rice = stock.given(ReceiveStock.of(RICE, "rice", kits(10), DEPOT));

    stock.when(new CloseSite(DEPOT)).isRefusedWith(new StockLeft(DEPOT, List.of(KITS, RICE)), kits, rice);
    long writtenOff = stock.given(new WriteOffStock(KITS, DEPOT, 99, "LOST", stock.approveWriteOff(KITS)));
    stock.given(new WriteOffStock(RICE, DEPOT, 10, "LOST", stock.approveWriteOff(RICE)));
    stock.when(new CloseSite(DEPOT)).isRefusedWith(new StockLeft(DEPOT, List.of(KITS)), writtenOff);
    stock.given(new WriteOffStock(KITS, DEPOT, 1, "LOST", stock.approveWriteOff(KITS)));
    stock.when(new CloseSite(DEPOT)).isAccepted();
  }

  @Test
  void no_site_closes_while_stock_is_on_its_way_to_it() {
    stock.given(receipt(100));
    long sent = stock.given(new DispatchStock(VAN, KITS, DEPOT, STATION, 100));

    stock.when(new CloseSite(STATION)).isRefusedWith(new StockLeft(STATION, List.of(KITS)), sent);
    stock.when(new CloseSite(DEPOT)).isAccepted();
    long came = stock.ledger.given(new AcceptStock(VAN, 1), DRIVER);
    stock.when(new CloseSite(STATION)).isRefusedWith(new StockLeft(STATION, List.of(KITS)), came);
  }

  @Test
  void how_often_something_left_a_lot_does_not_matter_to_what_is_read() {
    stock.given(receipt(1_000));
    stock.given(new WriteOffStock(KITS, DEPOT, 1, "LOST", stock.approveWriteOff(KITS)));
    long once = eventsReadToKnowWhatIsLeft();

    for (int i = 0; i < 50; i++) {
      stock.given(new WriteOffStock(KITS, DEPOT, 1, "LOST", stock.approveWriteOff(KITS)));
    }

    assertThat(eventsReadToKnowWhatIsLeft()).isEqualTo(once).isEqualTo(2); // the receipt and the last write-off
    assertThat(Decider.read(StockReadings.leftAt(DEPOT), stock.ledger)).extracting(Stock::balance)
        .containsExactly(949L);
  }

  private long eventsReadToKnowWhatIsLeft() {
    AtomicLong read = new AtomicLong();
    Decider.read(StockReadings.leftAt(DEPOT), new History() {
      @Override
      public List<RecordedEvent> read(Selection selection) {
        List<RecordedEvent> found = stock.ledger.read(selection);
        read.addAndGet(found.size());
        return found;
      }

      @Override
      public Optional<RecordedEvent> last(Selection selection) {
        read.incrementAndGet();
        return stock.ledger.last(selection);
      }

      @Override
      public Optional<RecordedEvent> find(EventId id) {
        return stock.ledger.find(id);
      }
    });
    return read.get();
  }

  @Test
  void a_site_closes_when_nothing_of_what_was_sent_to_it_came() {
    stock.given(receipt(100));
    stock.given(new DispatchStock(VAN, KITS, DEPOT, STATION, 100));
    stock.ledger.given(new AcceptStock(VAN, 0), DRIVER);

    stock.when(new CloseSite(STATION)).isAccepted();
  }
}
