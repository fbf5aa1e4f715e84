package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;

/**
 * What is left of a lot at a site.
 *
 * @param lot the lot
 * @param site the site
 * @param balance how much, in the lot's unit
 * @param since the position of the event that says so; empty if the lot never was there
 */
public record Stock(LotId lot, SiteId site, long balance, Optional<Long> since) {
  /** What is left of a lot at a site; costs the same however often it was given out. */
  public static Reading<Stock> at(LotId lot, SiteId site) {
    Stock none = new Stock(lot, site, 0, Optional.empty());
    return Reading.total(moves(lot, site), none, Stock::after, none::carriedBy);
  }

  private static Selection moves(LotId lot, SiteId site) {
    return Selection.of(StockMove.tag(lot, site), MovesStock.class);
  }

  private Stock after(RecordedEvent event) {
    return moveIn(event).map(it -> new Stock(lot, site, Math.addExact(balance, it.change()),
        Optional.of(event.position()))).orElse(this);
  }

  private Optional<Stock> carriedBy(RecordedEvent event) {
    return moveIn(event).map(it -> new Stock(lot, site, it.balance(), Optional.of(event.position())));
  }

  private Optional<StockMove> moveIn(RecordedEvent event) {
    return ((MovesStock) event.event()).moves().stream().filter(it -> it.lot().equals(lot) && it.site().equals(site))
        .findFirst();
  }

  /** Why so much cannot be taken: there is less; empty if it can. */
  public Optional<Decision> objectionToTaking(long quantity) {
    if (quantity <= balance) {
      return Optional.empty();
    }
    StockShort refusal = new StockShort(lot, site, quantity, balance);
    return Optional.of(since.map(it -> refuse(refusal, it)).orElseGet(() -> refuseAbsent(refusal, moves(lot, site))));
  }

  /** So much more, or less if it is negative. */
  public StockMove move(long change) {
    return new StockMove(lot, site, change, Math.addExact(balance, change));
  }
}
