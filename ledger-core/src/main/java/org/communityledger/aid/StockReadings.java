package org.communityledger.aid;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.aid.StockEvent.StockAccepted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Unknown.UnknownDispatch;
import org.communityledger.kernel.Unknown.UnknownLot;

/** What stock tells other contexts, and its own rules. */
public final class StockReadings {
  private StockReadings() {}

  /** Whether the lot was received. */
  public static Reading<Existence> received(LotId lot) {
    return Existence.of(StockReceived.class, new UnknownLot(lot));
  }

  /** Whether the dispatch was sent off. */
  public static Reading<Existence> dispatched(DispatchId dispatch) {
    return Existence.of(StockDispatched.class, new UnknownDispatch(dispatch));
  }

  /** What is left of a lot at a site; see {@link Stock#at}. */
  public static Reading<Stock> at(LotId lot, SiteId site) {
    return Stock.at(lot, site);
  }

  /**
   * What is left at a site, lot by lot, and what is on its way to it. Reads what came to the site, not what was given out
   * there: of each lot that ever came the last total is asked.
   */
  public static Reading<List<Stock>> leftAt(SiteId site) {
    Selection traffic = Selection.of(site.tag(), StockReceived.class, StockDispatched.class, StockAccepted.class);
    return Reading.of(traffic, new Traffic(site, Map.of(), Map.of()), Traffic::and)
        .then(it -> Reading.ofEach(it.came.keySet().stream().toList(), lot -> Stock.at(lot, site)).map(it::left));
  }

  /**
   * What came to a site.
   *
   * @param came the lots that did, in order, with the position at which each first did
   * @param underWay what is on its way
   */
  private record Traffic(SiteId site, Map<LotId, Long> came, Map<DispatchId, Stock> underWay) {
    Traffic and(RecordedEvent recorded) {
      Map<LotId, Long> lots = new LinkedHashMap<>(came);
      Map<DispatchId, Stock> coming = new LinkedHashMap<>(underWay);
      switch (recorded.event()) {
        case StockReceived it -> lots.putIfAbsent(it.lot(), recorded.position());
        case StockDispatched it when it.to().equals(site) -> coming.put(it.dispatch(),
            new Stock(it.lot(), site, it.quantity(), Optional.of(recorded.position())));
        case StockAccepted it when it.to().equals(site) -> {
          lots.putIfAbsent(it.lot(), recorded.position());
          coming.remove(it.dispatch());
        }
        default -> {
          // what leaves the site is in the totals
        }
      }
      return new Traffic(site, lots, coming);
    }

    List<Stock> left(Map<LotId, Stock> totals) {
      List<Stock> left = new ArrayList<>();
      came.keySet().forEach(it -> left.add(requireNonNull(totals.get(it))));
      left.addAll(underWay.values());
      left.removeIf(it -> it.balance() == 0);
      return List.copyOf(left);
    }
  }
}
