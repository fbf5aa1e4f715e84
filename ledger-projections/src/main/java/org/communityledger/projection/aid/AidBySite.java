package org.communityledger.projection.aid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * What was given at each site, programme by programme and item by item. What was given at no site is not here.
 *
 * <p>Its figures, all with the labels {@code item}, {@code programme}, {@code site} and {@code unit}, and in that unit:
 * {@code aid.site.delivered}, what was given there; {@code aid.site.reversed}, what of it was reversed; and
 * {@code aid.site.net}, what was not.
 *
 * <p>Rows are found by {@code programme}.
 */
public final class AidBySite implements Projection<SiteId, SiteAidRow> {
  private static final FigureKey DELIVERED = FigureKey.of("aid.site.delivered");
  private static final FigureKey REVERSED = FigureKey.of("aid.site.reversed");
  private static final FigureKey NET = FigureKey.of("aid.site.net");

  @Override
  public String name() {
    return "aid.AidBySite";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<SiteId> keyType() {
    return SiteId.class;
  }

  @Override
  public Class<SiteAidRow> rowType() {
    return SiteAidRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(Delivered.class, DeliveredToCrowd.class, DeliveryReversed.class);
  }

  @Override
  public Set<SiteId> keys(RecordedEvent recorded) {
    Optional<SiteId> at = switch (recorded.event()) {
      case Delivered it -> it.at();
      case DeliveredToCrowd it -> it.at();
      case DeliveryReversed it -> it.at();
      default -> Optional.empty();
    };
    return at.map(Set::of).orElse(Set.of());
  }

  @Override
  public Optional<SiteAidRow> apply(SiteId key, Optional<SiteAidRow> row, Happening happening) {
    SiteAidRow before = row.orElseGet(() -> new SiteAidRow(key, List.of()));
    return Optional.of(switch (happening.event()) {
      case Delivered it -> before.with(it.programme(), items -> items.giving(it.lines()));
      case DeliveredToCrowd it -> before.with(it.programme(), items -> items.giving(it.lines()));
      case DeliveryReversed it -> before.with(it.programme(), items -> items.reversing(it.lines()));
      default -> before;
    });
  }

  @Override
  public List<Contribution> figures(SiteId key, SiteAidRow row) {
    List<Contribution> figures = new ArrayList<>();
    row.programmes().forEach(of -> of.items().totals().forEach(it -> {
      figures.add(Contribution.of(labelled(DELIVERED, key, of, it), it.delivered()));
      figures.add(Contribution.of(labelled(REVERSED, key, of, it), it.reversed()));
      figures.add(Contribution.of(labelled(NET, key, of, it), it.net()));
    }));
    return figures;
  }

  private static FigureKey labelled(FigureKey key, SiteId site, SiteAidRow.OfProgramme of, ItemTotals totals) {
    return key.with("item", totals.item()).with("programme", of.programme().value()).with("site", site.value())
        .with("unit", totals.unit().code());
  }

  @Override
  public Map<String, Function<SiteAidRow, Collection<String>>> indexes() {
    return Map.of("programme", row -> row.programmes().stream().map(it -> it.programme().value()).toList());
  }
}
