package org.communityledger.projection.aid;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.aid.StockEvent;
import org.communityledger.aid.StockEvent.StockAccepted;
import org.communityledger.aid.StockEvent.StockCounted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.aid.StockEvent.StockWrittenOff;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.aid.CustodyRow.Act;
import org.communityledger.projection.aid.CustodyRow.Hand;

/**
 * Through whose hands each lot went: received, sent, accepted, counted, written off. Who got something of it is told by the
 * views of deliveries. A history: what was taken back stands there, struck out. It has no figures.
 *
 * <p>Rows are found by {@code site} and by {@code hand}, the tag of a person or organisation.
 */
public final class LotCustody implements Projection<LotId, CustodyRow> {
  @Override
  public String name() {
    return "aid.LotCustody";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<LotId> keyType() {
    return LotId.class;
  }

  @Override
  public Class<CustodyRow> rowType() {
    return CustodyRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(StockEvent.class);
  }

  @Override
  public Set<LotId> keys(RecordedEvent recorded) {
    return recorded.event() instanceof StockEvent it ? Set.of(it.lot()) : Set.of();
  }

  @Override
  public boolean showsStruckOut() {
    return true;
  }

  @Override
  public Optional<CustodyRow> apply(LotId key, Optional<CustodyRow> row, Happening happening) {
    if (!(happening.event() instanceof StockEvent event)) {
      return row;
    }
    return Optional.of(row.orElseGet(() -> new CustodyRow(key, List.of(), 0)).and(switch (event) {
      case StockReceived it -> hand(Act.RECEIVED, it.from(), Optional.empty(), it.at(), it.quantity().lower(),
          happening);
      case StockDispatched it -> hand(Act.DISPATCHED, Optional.empty(), Optional.of(it.from()), it.to(), it.quantity(),
          happening);
      case StockAccepted it -> hand(Act.ACCEPTED, Optional.empty(), Optional.of(it.from()), it.to(), it.quantity(),
          happening);
      case StockCounted it -> hand(Act.COUNTED, Optional.empty(), Optional.empty(), it.at(), it.counted(), happening);
      case StockWrittenOff it -> hand(Act.WRITTEN_OFF, Optional.empty(), Optional.empty(), it.at(), it.quantity(),
          happening);
    }));
  }

  private static Hand hand(
      Act act,
      Optional<Party> giver,
      Optional<SiteId> from,
      SiteId at,
      long quantity,
      Happening happening) {
    Actor actor = happening.recorded().header().actor();
    return new Hand(act, actor.who(), actor.onBehalfOf(), giver, from, at, quantity, happening.occurred(),
        happening.isStruckOut(), happening.recorded().position());
  }

  @Override
  public Map<String, Function<CustodyRow, Collection<String>>> indexes() {
    return Map.of(
        "site", row -> row.hands().stream().map(it -> it.at().value()).distinct().toList(),
        "hand", row -> row.hands().stream().map(it -> it.by().tag().toString()).distinct().toList());
  }
}
