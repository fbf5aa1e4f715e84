package org.communityledger.projection.aid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communityledger.aid.MovesStock;
import org.communityledger.aid.StockEvent;
import org.communityledger.aid.StockEvent.StockCounted;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.aid.StockMove;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * The lots and what is left of them, site by site. Events taken back are ignored; a count changes no balance.
 *
 * <p>Its figures, all with the labels {@code item}, {@code lot}, {@code site} and {@code unit}, and in that unit:
 * <ul>
 * <li>{@code stock.received}: what came in from outside
 * <li>{@code stock.given}: what was given out and not taken back
 * <li>{@code stock.notReturned}: what was given out in reversed deliveries, and did not come back
 * <li>{@code stock.writtenOff}: what was written off
 * <li>{@code stock.shortfall}: what was sent to the site and did not come
 * <li>{@code stock.inTransit}: what is on its way to the site
 * <li>{@code stock.balance}: what is left at the site
 * <li>{@code stock.overdrawn}: what was given out although, as corrected since, it was not there
 * <li>{@code stock.surplus}, {@code stock.missing}: what the last count found more or less than there should have been
 * </ul>
 *
 * <p>Of each lot, all sites together: received + overdrawn = given + notReturned + writtenOff + shortfall + inTransit +
 * balance.
 *
 * <p>Rows are found by {@code item} and {@code site}.
 */
public final class StockBalance implements Projection<LotId, LotRow> {
  private static final FigureKey RECEIVED = FigureKey.of("stock.received");
  private static final FigureKey GIVEN = FigureKey.of("stock.given");
  private static final FigureKey NOT_RETURNED = FigureKey.of("stock.notReturned");
  private static final FigureKey WRITTEN_OFF = FigureKey.of("stock.writtenOff");
  private static final FigureKey SHORTFALL = FigureKey.of("stock.shortfall");
  private static final FigureKey IN_TRANSIT = FigureKey.of("stock.inTransit");
  private static final FigureKey BALANCE = FigureKey.of("stock.balance");
  private static final FigureKey OVERDRAWN = FigureKey.of("stock.overdrawn");
  private static final FigureKey SURPLUS = FigureKey.of("stock.surplus");
  private static final FigureKey MISSING = FigureKey.of("stock.missing");

  @Override
  public String name() {
    return "aid.StockBalance";
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
  public Class<LotRow> rowType() {
    return LotRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(MovesStock.class, StockCounted.class);
  }

  @Override
  public Set<LotId> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case StockEvent it -> Set.of(it.lot());
      case MovesStock it -> it.moves().stream().map(StockMove::lot)
          .collect(Collectors.toUnmodifiableSet());
      default -> Set.of();
    };
  }

  @Override
  public Optional<LotRow> apply(LotId key, Optional<LotRow> row, Happening happening) {
    if (happening.event() instanceof StockReceived receipt) {
      return Optional.of(LotRow.of(receipt, happening.recorded().position()));
    }
    return row.map(it -> it.after(happening.event(), happening.recorded()));
  }

  @Override
  public List<Contribution> figures(LotId key, LotRow row) {
    List<Contribution> figures = new ArrayList<>();
    row.sites().forEach(it -> {
      add(figures, RECEIVED, row, it, it.received());
      add(figures, GIVEN, row, it, it.given());
      add(figures, NOT_RETURNED, row, it, it.notReturned());
      add(figures, WRITTEN_OFF, row, it, it.writtenOff());
      add(figures, SHORTFALL, row, it, it.shortfall());
      add(figures, IN_TRANSIT, row, it, it.inTransit());
      figures.add(contribution(BALANCE, row, it, Math.max(0, it.balance())));
      add(figures, OVERDRAWN, row, it, -it.balance());
      it.count().ifPresent(count -> {
        add(figures, SURPLUS, row, it, count.difference());
        add(figures, MISSING, row, it, -count.difference());
      });
    });
    return figures;
  }

  private static void add(List<Contribution> figures, FigureKey key, LotRow row, StockAtSite at, long quantity) {
    if (quantity > 0) {
      figures.add(contribution(key, row, at, quantity));
    }
  }

  private static Contribution contribution(FigureKey key, LotRow row, StockAtSite at, long quantity) {
    return Contribution.of(key.with("item", row.item()).with("lot", row.lot().value()).with("site", at.site().value())
        .with("unit", row.unit().code()), Tally.exact(quantity, row.unit()));
  }

  @Override
  public Map<String, Function<LotRow, Collection<String>>> indexes() {
    return Map.of(
        "item", row -> List.of(row.item()),
        "site", row -> row.sites().stream().map(it -> it.site().value()).toList());
  }
}
