package org.communityledger.projection.places;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.places.CoveredUnit;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * How much is covered of what ought to be: the units of each frame with at least one open site or asset that is there.
 * Events taken back are ignored.
 *
 * <p>Its figure is <code>coverage.units{frame,place}</code>: covered units out of the frame's size, which means what the
 * frame says its units are. Rows are found by {@code place} and {@code uncovered}, a unit that is listed and not covered.
 */
public final class Coverage implements Projection<FrameId, FrameRow> {
  private static final FigureKey UNITS = FigureKey.of("coverage.units");

  @Override
  public String name() {
    return "places.Coverage";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<FrameId> keyType() {
    return FrameId.class;
  }

  @Override
  public Class<FrameRow> rowType() {
    return FrameRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(FrameDeclared.class, FrameRevised.class, SiteOpened.class, SiteClosed.class, AssetInstalled.class,
        AssetRemoved.class);
  }

  @Override
  public Set<FrameId> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case FrameDeclared it -> Set.of(it.frame());
      case FrameRevised it -> Set.of(it.frame());
      case SiteOpened it -> frame(it.unit());
      case SiteClosed it -> frame(it.unit());
      case AssetInstalled it -> frame(it.unit());
      case AssetRemoved it -> frame(it.unit());
      default -> Set.of();
    };
  }

  private static Set<FrameId> frame(Optional<CoveredUnit> unit) {
    return unit.map(it -> Set.of(it.frame())).orElse(Set.of());
  }

  @Override
  public Optional<FrameRow> apply(FrameId key, Optional<FrameRow> row, Happening happening) {
    long at = happening.recorded().position();
    return switch (happening.event()) {
      case FrameDeclared it -> Optional.of(FrameRow.of(it, at));
      case FrameRevised it -> row.map(so -> so.revised(it, at));
      case SiteOpened it -> row.map(so -> so.covered(it.site().tag(), it.kind(), it.unit(), at));
      case AssetInstalled it -> row.map(so -> so.covered(it.asset().tag(), it.kind(), it.unit(), at));
      case SiteClosed it -> row.map(so -> so.without(it.site().tag(), at));
      case AssetRemoved it -> row.map(so -> so.without(it.asset().tag(), at));
      default -> row;
    };
  }

  @Override
  public List<Contribution> figures(FrameId key, FrameRow row) {
    return List.of(Contribution.of(
        UNITS.with("frame", row.frame().value()).with("place", row.place().value()), row.coverage()));
  }

  @Override
  public Map<String, Function<FrameRow, Collection<String>>> indexes() {
    return Map.of(
        "place", row -> List.of(row.place().value()),
        "uncovered", row -> row.uncovered().stream().map(it -> row.frame().value() + "/" + it.value()).toList());
  }
}
