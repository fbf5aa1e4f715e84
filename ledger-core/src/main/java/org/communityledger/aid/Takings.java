package org.communityledger.aid;

import static java.util.Objects.requireNonNull;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.aid.AidRefusal.LotExpired;
import org.communityledger.aid.AidRefusal.WrongItem;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.SiteId;

/**
 * What a delivery takes out of the stock of a site.
 *
 * @param lines what is given, all of it
 * @param lots the lots it is taken from, in the order in which they are named
 * @param found each lot, and what is left of it there
 */
record Takings(List<AidLine> lines, List<LotId> lots, Map<LotId, LotAtSite> found) {
  /** A lot, and what is left of it at a site. */
  record LotAtSite(Lot lot, Stock stock) {}

  static Reading<Takings> reading(List<AidLine> lines, Optional<SiteId> at) {
    List<LotId> lots = lines.stream().flatMap(it -> it.lot().stream()).distinct().toList();
    return Reading.ofEach(lots, lot -> Lot.reading(lot).and(Stock.at(lot, at.orElseThrow()), LotAtSite::new))
        .map(found -> new Takings(lines, lots, found));
  }

  /** Why it cannot be taken: a lot is unknown, holds something else, or less is left than all lines together take. */
  Optional<Decision> objection() {
    return lots.stream().flatMap(it -> lot(it).lot().objection().stream()).findFirst()
        .or(() -> lines.stream().flatMap(it -> ifWrongItem(it).stream()).findFirst())
        .or(() -> lots.stream().flatMap(it -> lot(it).stock().objectionToTaking(taken(it)).stream()).findFirst());
  }

  private Optional<Decision> ifWrongItem(AidLine line) {
    return line.lot().map(this::lot).filter(it -> {
      StockReceived receipt = it.lot().receipt().orElseThrow();
      return !receipt.item().equals(line.item()) || !receipt.quantity().unit().equals(line.quantity().unit());
    }).map(it -> refuse(new WrongItem(line.item(), it.lot().id().tag()), it.lot().since().orElseThrow()));
  }

  /** Why a lot should not have been given out when the header says it was: it was past its date. */
  Optional<Decision> ifExpired(Header header) {
    return lots.stream().map(this::lot)
        .filter(it -> it.lot().receipt().flatMap(StockReceived::bestBefore).filter(header.occurred()::isSurelyAfter)
            .isPresent())
        .findFirst().map(it -> refuse(new LotExpired(it.lot().id()), it.lot().since().orElseThrow()));
  }

  List<StockMove> moves() {
    return lots.stream().map(it -> lot(it).stock().move(-taken(it))).toList();
  }

  private long taken(LotId lot) {
    return lines.stream().filter(it -> it.lot().equals(Optional.of(lot))).mapToLong(it -> it.quantity().lower())
        .reduce(0, Math::addExact);
  }

  private LotAtSite lot(LotId lot) {
    return requireNonNull(found.get(lot));
  }
}
