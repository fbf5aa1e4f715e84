package org.communityledger.projection.aid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.LotQuantity;
import org.communityledger.aid.StockEvent.StockAccepted;
import org.communityledger.aid.StockEvent.StockCounted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.aid.StockEvent.StockWrittenOff;
import org.communityledger.aid.StockMove;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Unit;

/**
 * A lot and where it is. Always, all sites together: received = given + not returned + written off + shortfall + balance +
 * in transit.
 *
 * @param lot the lot
 * @param item what it is
 * @param unit what it is counted in
 * @param bestBefore the last day on which it may be given out
 * @param sites the sites it was at or is on its way to, in the order in which it came there
 * @param position the position of the last event about it
 */
public record LotRow(
    LotId lot,
    String item,
    Unit unit,
    Optional<LocalDate> bestBefore,
    List<StockAtSite> sites,
    long position) {
  public LotRow {
    sites = List.copyOf(sites);
  }

  static LotRow of(StockReceived it, long position) {
    return new LotRow(it.lot(), it.item(), it.quantity().unit(), it.bestBefore(),
        List.of(StockAtSite.none(it.at()).receiving(it.quantity().lower())), position);
  }

  /** The lot at a site; empty if it never was there, nor on its way there. */
  public Optional<StockAtSite> at(SiteId site) {
    return sites.stream().filter(it -> it.site().equals(site)).findFirst();
  }

  /** One of the quantities, all sites together. */
  public long total(ToLongFunction<StockAtSite> quantity) {
    return sites.stream().mapToLong(quantity).sum();
  }

  LotRow after(Event event, RecordedEvent recorded) {
    LotRow now = new LotRow(lot, item, unit, bestBefore, sites, Math.max(position, recorded.position()));
    return switch (event) {
      case StockDispatched it -> now.with(it.from(), at -> at.sending(it.quantity()))
          .with(it.to(), at -> at.expecting(it.quantity()));
      case StockAccepted it -> now.with(it.to(), at -> at.accepting(it.quantity(), it.shortfall()));
      case StockCounted it -> now.with(it.at(), at -> at.counted(
          new StockAtSite.Count(it.counted(), it.difference(), recorded.header().occurred())));
      case StockWrittenOff it -> now.with(it.at(), at -> at.writingOff(it.quantity()));
      case Delivered it -> now.given(it.moves());
      case DeliveredToCrowd it -> now.given(it.moves());
      case DeliveryReversed it -> now.takenBack(it.moves(), it.notReturned());
      default -> now;
    };
  }

  private LotRow given(List<StockMove> moves) {
    LotRow now = this;
    for (StockMove each : ofThis(moves)) {
      now = now.with(each.site(), it -> it.giving(-each.change()));
    }
    return now;
  }

  private LotRow takenBack(List<StockMove> moves, List<LotQuantity> notReturned) {
    LotRow now = this;
    long missing = notReturned.stream().filter(it -> it.lot().equals(lot)).mapToLong(LotQuantity::quantity).sum();
    for (StockMove each : ofThis(moves)) {
      now = now.with(each.site(), it -> it.takingBack(each.change(), missing));
    }
    return now;
  }

  private List<StockMove> ofThis(List<StockMove> moves) {
    return moves.stream().filter(it -> it.lot().equals(lot)).toList();
  }

  private LotRow with(SiteId site, UnaryOperator<StockAtSite> change) {
    List<StockAtSite> now = new ArrayList<>(sites);
    now.replaceAll(it -> it.site().equals(site) ? change.apply(it) : it);
    if (at(site).isEmpty()) {
      now.add(change.apply(StockAtSite.none(site)));
    }
    return new LotRow(lot, item, unit, bestBefore, now, position);
  }
}
