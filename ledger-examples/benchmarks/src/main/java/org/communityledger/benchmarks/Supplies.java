package org.communityledger.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.LotQuantity;
import org.communityledger.aid.StockCommand.AcceptStock;
import org.communityledger.aid.StockCommand.CountStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockCommand.WriteOffStock;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/**
 * How a district keeps one kind of goods at its stations: lots come in at the first one, are sent on to the others, are
 * counted now and then, and what is missing is written off. Not thread-safe.
 */
final class Supplies {
  private static final Actor DRIVER = Actor.of(District.OFFICE, "driver");
  private static final int DAYS_KEPT = 500;

  private final District district;
  private final Chance chance;
  private final List<SiteId> stations;
  private final String item;
  private final Unit unit;
  private final int each;
  private final Map<SiteId, List<Shelf>> shelves = new HashMap<>();

  /**
   * Goods of which there is nothing yet.
   *
   * @param each how many each station gets out of a lot
   */
  Supplies(District district, List<SiteId> stations, String item, Unit unit, int each) {
    this.district = district;
    this.chance = district.chance();
    this.stations = stations;
    this.item = item;
    this.unit = unit;
    this.each = each;
  }

  /** What is left of a lot at a station. */
  private static final class Shelf {
    private final LotId lot;
    private final Optional<LocalDate> bestBefore;
    private long balance;

    private Shelf(LotId lot, Optional<LocalDate> bestBefore, long balance) {
      this.lot = lot;
      this.bestBefore = bestBefore;
      this.balance = balance;
    }
  }

  /** Sees to it for ever that there is something. */
  Course kept() {
    Agenda agenda = new Agenda(district);
    lookAfter(agenda);
    return agenda;
  }

  private void lookAfter(Agenda agenda) {
    agenda.perhaps(Agenda.DAYS, () -> {
      if (left() < (long) stations.size() * each) {
        planLot(agenda);
      } else if (chance.happens(300)) {
        planCount(agenda);
      }
      lookAfter(agenda);
      return Optional.empty();
    });
  }

  private long left() {
    return shelves.values().stream().flatMap(List::stream).mapToLong(it -> it.balance).sum();
  }

  /** A lot comes in, and each other station gets its part, or a little less. */
  private void planLot(Agenda agenda) {
    LotId lot = new LotId(district.nextId());
    SiteId depot = stations.getFirst();
    long quantity = (long) each * stations.size();
    Optional<LocalDate> bestBefore = chance.happens(600)
        ? Optional.of(district.today().plusDays(DAYS_KEPT))
        : Optional.empty();
    agenda.then(Agenda.HOURS, () -> {
      shelve(depot, new Shelf(lot, bestBefore, each));
      return district.asks(new ReceiveStock(lot, item, Tally.exact(quantity, unit),
          chance.happens(700) ? Optional.of(district.someCompany()) : Optional.empty(), depot, bestBefore));
    });
    for (SiteId station : stations.subList(1, stations.size())) {
      DispatchId dispatch = new DispatchId(district.nextId());
      int arriving = each - (chance.happens(50) ? chance.between(1, Math.min(3, each)) : 0);
      agenda.then(Agenda.HOURS, () -> district.asks(DRIVER, new DispatchStock(dispatch, lot, depot, station, each)));
      agenda.then(Agenda.HOURS, () -> {
        shelve(station, new Shelf(lot, bestBefore, arriving));
        return district.asks(Actor.of(district.someWorker(), "storekeeper"), new AcceptStock(dispatch, arriving));
      });
    }
  }

  private void shelve(SiteId station, Shelf shelf) {
    List<Shelf> there = shelves.computeIfAbsent(station, it -> new ArrayList<>());
    there.removeIf(it -> it.balance == 0);
    there.add(shelf);
  }

  /** One lot at one station; what turns out to be missing is written off. */
  private void planCount(Agenda agenda) {
    SiteId station = chance.oneOf(stations);
    Optional<Shelf> counted = shelves.getOrDefault(station, List.of()).stream().filter(it -> it.balance > 0)
        .findFirst();
    counted.ifPresent(shelf -> {
      long missing = chance.happens(150) ? 1 : 0;
      agenda.then(Agenda.HOURS, () -> district.asks(
          new CountStock(shelf.lot, station, Math.max(0, shelf.balance - missing), district.someWorker())));
      if (missing > 0) {
        ApprovalId approval = new ApprovalId(district.nextId());
        agenda.then(Agenda.HOURS, () -> district.approves(approval, "aid.WriteOffStock", shelf.lot.tag()));
        agenda.perhaps(Agenda.HOURS, () -> {
          if (shelf.balance < missing) {
            return Optional.empty();
          }
          shelf.balance -= missing;
          return Optional.of(district.asks(new WriteOffStock(shelf.lot, station, missing, "LOST", approval)));
        });
      }
    });
  }

  /** Takes so much at a station, out of the oldest lot that has it; empty if none has. */
  Optional<AidLine> taken(SiteId station, long quantity) {
    Optional<Shelf> found = shelves.getOrDefault(station, List.of()).stream()
        .filter(it -> it.balance >= quantity && it.bestBefore.filter(district.today()::isAfter).isEmpty()).findFirst();
    found.ifPresent(it -> it.balance -= quantity);
    return found.map(it -> AidLine.of(item, Tally.exact(quantity, unit), it.lot));
  }

  /** What was taken at a station comes back. */
  LotQuantity back(SiteId station, AidLine line) {
    LotId lot = line.lot().orElseThrow();
    long quantity = line.quantity().lower();
    shelves.getOrDefault(station, List.of()).stream().filter(it -> it.lot.equals(lot)).findFirst()
        .ifPresent(it -> it.balance += quantity);
    return new LotQuantity(lot, quantity);
  }
}
