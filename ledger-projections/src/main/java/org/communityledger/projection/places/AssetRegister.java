package org.communityledger.projection.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * The assets: there or gone, where, in which condition, looked after by whom. Events taken back are ignored.
 *
 * <p>Its figures:
 * <ul>
 * <li><code>assets.live{kind,place}</code>, in {@link Unit#ITEM}: assets that are there
 * <li><code>assets.quantity{kind,place,unit}</code>, in the unit: how many pieces they are together
 * <li><code>assets.condition{kind,condition}</code>, in {@link Unit#ITEM}: assets that are there, by how they were found
 * last; who was never inspected is in none
 * </ul>
 *
 * <p>Rows are found by {@code place}, {@code kind}, {@code site} and {@code case}.
 */
public final class AssetRegister implements Projection<AssetId, AssetRow> {
  private static final FigureKey LIVE = FigureKey.of("assets.live");
  private static final FigureKey QUANTITY = FigureKey.of("assets.quantity");
  private static final FigureKey CONDITION = FigureKey.of("assets.condition");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  @Override
  public String name() {
    return "places.AssetRegister";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<AssetId> keyType() {
    return AssetId.class;
  }

  @Override
  public Class<AssetRow> rowType() {
    return AssetRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(AssetInstalled.class, AssetRemoved.class, AssetInspected.class, StewardAssigned.class);
  }

  @Override
  public Set<AssetId> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case AssetInstalled it -> Set.of(it.asset());
      case AssetRemoved it -> Set.of(it.asset());
      case AssetInspected it -> Set.of(it.asset());
      case StewardAssigned it -> Set.of(it.asset());
      default -> Set.of();
    };
  }

  @Override
  public Optional<AssetRow> apply(AssetId key, Optional<AssetRow> row, Happening happening) {
    if (happening.event() instanceof AssetInstalled installation) {
      return Optional.of(AssetRow.of(installation, happening.recorded()));
    }
    return row.map(it -> it.after(happening.event(), happening.recorded()));
  }

  @Override
  public List<Contribution> figures(AssetId key, AssetRow row) {
    if (!row.isLive()) {
      return List.of();
    }
    List<Contribution> figures = new ArrayList<>();
    figures.add(Contribution.of(LIVE.with("kind", row.kind()).with("place", row.place().value()), ONE));
    figures.add(Contribution.of(QUANTITY.with("kind", row.kind()).with("place", row.place().value()).with("unit",
        row.quantity().unit().code()), row.quantity()));
    row.condition().ifPresent(
        it -> figures.add(Contribution.of(CONDITION.with("kind", row.kind()).with("condition", it), ONE)));
    return figures;
  }

  @Override
  public Map<String, Function<AssetRow, Collection<String>>> indexes() {
    return Map.of(
        "place", row -> List.of(row.place().value()),
        "kind", row -> List.of(row.kind()),
        "site", row -> row.site().map(SiteId::value).stream().toList(),
        "case", row -> row.caseId().map(CaseId::value).stream().toList());
  }
}
