package org.communityledger.testkit.shipped;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.shipped.StockHistory.CHIEF;
import static org.communityledger.testkit.shipped.StockHistory.DEPOT;
import static org.communityledger.testkit.shipped.StockHistory.DRIVER;
import static org.communityledger.testkit.shipped.StockHistory.KEEPER;
import static org.communityledger.testkit.shipped.StockHistory.OFFICE;
import static org.communityledger.testkit.shipped.StockHistory.RIDER;
import static org.communityledger.testkit.shipped.StockHistory.STATION;
import static org.communityledger.testkit.shipped.StockHistory.SUMMER;
import static org.communityledger.testkit.shipped.StockHistory.WITNESS;
import static org.communityledger.testkit.shipped.StockHistory.kits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.LotQuantity;
import org.communityledger.aid.MovesStock;
import org.communityledger.aid.StockCommand.AcceptStock;
import org.communityledger.aid.StockCommand.CountStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockCommand.WriteOffStock;
import org.communityledger.aid.StockMove;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Replay;
import org.communityledger.projection.View;
import org.communityledger.projection.aid.LotRow;
import org.communityledger.projection.aid.StockAtSite;
import org.communityledger.projection.aid.StockBalance;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ruling 6: what was received is given, not returned, written off, lost on the way, left, or on its way. Always. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityOfStockTest {
  private static final int STEPS = 120;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void received_is_given_not_returned_written_off_lost_left_and_on_its_way(long seed, LedgerScenario ledger) {
    StockHistory.prepare(ledger);
    RandomStock stock = new RandomStock(ledger, new SplittableRandom(seed));

    for (int step = 0; step < STEPS; step++) {
      stock.step();
      if (step % 10 == 9) {
        requireIdentity(ledger);
      }
    }

    assertThat(stock.kinds).hasSizeGreaterThanOrEqualTo(8);
  }

  private static void requireIdentity(LedgerScenario ledger) {
    StockBalance stock = new StockBalance();
    View<LotId, LotRow> view = Replay.of(ledger.ledger().reader()).run(stock).view(stock);
    Map<LotId, Map<SiteId, Long>> carried = carried(ledger);
    view.rows().forEach((lot, row) -> {
      assertThat(row.total(StockAtSite::received)).as("received of %s", row).isEqualTo(
          row.total(StockAtSite::given) + row.total(StockAtSite::notReturned) + row.total(StockAtSite::writtenOff)
              + row.total(StockAtSite::shortfall) + row.total(StockAtSite::balance)
              + row.total(StockAtSite::inTransit));
      assertThat(figure(view, "stock.received", lot) + figure(view, "stock.overdrawn", lot)).isEqualTo(
          figure(view, "stock.given", lot) + figure(view, "stock.notReturned", lot)
              + figure(view, "stock.writtenOff", lot) + figure(view, "stock.shortfall", lot)
              + figure(view, "stock.balance", lot) + figure(view, "stock.inTransit", lot));
      carried.getOrDefault(lot, Map.of()).forEach((site, balance) -> assertThat(row.at(site).orElseThrow().balance())
          .as("balance of %s at %s", lot, site).isEqualTo(balance));
    });
  }

  private static long figure(View<LotId, LotRow> view, String name, LotId lot) {
    return view.sum(FigurePattern.parse(name + "{lot=" + lot + "}"))
        .map(it -> ((Figure.Count) it).tally()).map(Tally::lower).orElse(0L);
  }

  /** What the last event of each lot at each site says is left there; nothing where a correction came after it. */
  private static Map<LotId, Map<SiteId, Long>> carried(LedgerScenario ledger) {
    Map<LotId, Map<SiteId, Long>> balances = new HashMap<>();
    for (long position = 0; position <= ledger.position(); position++) {
      RecordedEvent recorded = ledger.ledger().reader().event(position);
      if (recorded.event() instanceof Retraction || recorded.corrects().isPresent()) {
        recorded.tags().stream().filter(it -> it.key().equals("lot"))
            .forEach(it -> balances.remove(new LotId(it.value())));
      } else if (recorded.event() instanceof MovesStock event) {
        for (StockMove each : event.moves()) {
          balances.computeIfAbsent(each.lot(), it -> new HashMap<>()).put(each.site(), each.balance());
        }
      }
    }
    return balances;
  }

  /** Asks for something about stock, step by step; what is refused does not happen. */
  private static final class RandomStock {
    private static final List<SiteId> SITES = List.of(DEPOT, STATION);

    private final LedgerScenario ledger;
    private final SplittableRandom random;
    private final List<LotId> lots = new ArrayList<>();
    private final List<DispatchId> dispatches = new ArrayList<>();
    private final List<DeliveryId> deliveries = new ArrayList<>();
    private final List<EventId> receipts = new ArrayList<>();
    private final List<EventId> writeOffs = new ArrayList<>();
    private final Map<EventId, LotId> received = new HashMap<>();
    private final Map<EventId, SiteId> receivedAt = new HashMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private int number;

    private RandomStock(LedgerScenario ledger, SplittableRandom random) {
      this.ledger = ledger;
      this.random = random;
    }

    void step() {
      number++;
      switch (lots.isEmpty() ? 0 : random.nextInt(12)) {
        case 0 -> receive();
        case 1, 2 -> dispatch();
        case 3, 4 -> dispatches.stream().skip(random.nextInt(dispatches.size() + 1)).findFirst()
            .ifPresent(it -> accepted(new AcceptStock(it, random.nextInt(12)), DRIVER));
        case 5 -> accepted(new CountStock(lot(), site(), random.nextInt(60), WITNESS), KEEPER);
        case 6 -> writeOff();
        case 7, 8, 9 -> deliver();
        case 10 -> deliveries.stream().skip(random.nextInt(deliveries.size() + 1)).findFirst().ifPresent(this::reverse);
        default -> correct();
      }
    }

    private void receive() {
      LotId lot = new LotId("lot-" + number);
      SiteId site = site();
      accepted(ReceiveStock.of(lot, "kit", kits(1 + random.nextInt(60)), site), KEEPER).ifPresent(it -> {
        lots.add(lot);
        receipts.add(it);
        received.put(it, lot);
        receivedAt.put(it, site);
      });
    }

    private void dispatch() {
      DispatchId dispatch = new DispatchId("van-" + number);
      SiteId from = site();
      accepted(new DispatchStock(dispatch, lot(), from, from.equals(DEPOT) ? STATION : DEPOT, 1 + random.nextInt(12)),
          KEEPER).ifPresent(it -> dispatches.add(dispatch));
    }

    private void writeOff() {
      LotId lot = lot();
      ApprovalId approval = approve("aid.WriteOffStock", lot);
      accepted(new WriteOffStock(lot, site(), 1 + random.nextInt(9), "LOST", approval), KEEPER)
          .ifPresent(writeOffs::add);
    }

    private void deliver() {
      DeliveryId delivery = new DeliveryId("d-" + number);
      accepted(Deliver.at(site(), delivery, SUMMER, RIDER, OFFICE,
          AidLine.of("kit", kits(1 + random.nextInt(6)), lot()), AidLine.of("kit", kits(1 + random.nextInt(6)), lot())),
          KEEPER).ifPresent(it -> deliveries.add(delivery));
    }

    private void reverse(DeliveryId delivery) {
      ApprovalId approval = approve("aid.ReverseDelivery", delivery);
      List<LotQuantity> back = random.nextBoolean()
          ? List.of()
          : List.of(new LotQuantity(lot(), 1 + random.nextInt(4)));
      accepted(new ReverseDelivery(delivery, back, approval), KEEPER);
    }

    /** Takes a write-off back, or says that another quantity was received. */
    private void correct() {
      if (!writeOffs.isEmpty() && random.nextBoolean()) {
        EventId wrong = writeOffs.remove(random.nextInt(writeOffs.size()));
        accepted(new RetractEvent(wrong, approve("records.RetractEvent", wrong), List.of()), KEEPER);
        return;
      }
      EventId wrong = receipts.remove(random.nextInt(receipts.size()));
      LotId lot = requireNonNull(received.get(wrong));
      SiteId site = requireNonNull(receivedAt.get(wrong));
      accepted(new RetractEvent(wrong, approve("records.RetractEvent", wrong), List.of(new Replacement(
          ReceiveStock.of(lot, "kit", kits(1 + random.nextInt(60)), site), Optional.empty()))), KEEPER);
      if (receipts.isEmpty()) {
        receive();
      }
    }

    private LotId lot() {
      return lots.get(random.nextInt(lots.size()));
    }

    private SiteId site() {
      return SITES.get(random.nextInt(SITES.size()));
    }

    private ApprovalId approve(String what, Id target) {
      ApprovalId approval = new ApprovalId("approval-" + number);
      accepted(new GiveApproval(approval, what, target.tag(), Optional.empty()), CHIEF);
      return approval;
    }

    private Optional<EventId> accepted(Command command, Actor by) {
      Header header = ledger.ledger().header(by, When.on(StockHistory.JULY_1),
          Source.of(Source.Kind.FIRST_HAND, "random")).because("as it happened");
      Outcome outcome = ledger.ledger().record(command, header);
      if (outcome instanceof Outcome.Accepted accepted) {
        kinds.merge(command.getClass().getSimpleName(), 1, Integer::sum);
        return Optional.of(accepted.receipt().entries().getFirst().eventId());
      }
      return Optional.empty();
    }
  }
}
