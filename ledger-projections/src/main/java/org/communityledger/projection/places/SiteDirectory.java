package org.communityledger.projection.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.places.PlaceEvent.DesignationWithdrawn;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * The sites: open or closed, where, run by whom, with which titles. Events taken back are ignored.
 *
 * <p>Its figures, both in {@link Unit#ITEM}:
 * <ul>
 * <li><code>sites.open{kind,place}</code>: sites that are open
 * <li><code>sites.designations{kind,title}</code>: titles that open sites have
 * </ul>
 *
 * <p>Rows are found by {@code place}, {@code kind}, {@code operator} and {@code host}.
 */
public final class SiteDirectory implements Projection<SiteId, SiteRow> {
  private static final FigureKey OPEN = FigureKey.of("sites.open");
  private static final FigureKey DESIGNATIONS = FigureKey.of("sites.designations");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  @Override
  public String name() {
    return "places.SiteDirectory";
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
  public Class<SiteRow> rowType() {
    return SiteRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(SiteOpened.class, SiteClosed.class, SiteDesignated.class, DesignationWithdrawn.class);
  }

  @Override
  public Set<SiteId> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case SiteOpened it -> Set.of(it.site());
      case SiteClosed it -> Set.of(it.site());
      case SiteDesignated it -> Set.of(it.site());
      case DesignationWithdrawn it -> Set.of(it.site());
      default -> Set.of();
    };
  }

  @Override
  public Optional<SiteRow> apply(SiteId key, Optional<SiteRow> row, Happening happening) {
    if (happening.event() instanceof SiteOpened opening) {
      return Optional.of(SiteRow.of(opening, happening.recorded()));
    }
    return row.map(it -> it.after(happening.event(), happening.recorded()));
  }

  @Override
  public List<Contribution> figures(SiteId key, SiteRow row) {
    List<Contribution> figures = new ArrayList<>();
    if (row.isOpen()) {
      figures.add(Contribution.of(OPEN.with("kind", row.kind()).with("place", row.place().value()), ONE));
    }
    row.titles().keySet().forEach(
        it -> figures.add(Contribution.of(DESIGNATIONS.with("kind", row.kind()).with("title", it), ONE)));
    return figures;
  }

  @Override
  public Map<String, Function<SiteRow, Collection<String>>> indexes() {
    return Map.of(
        "place", row -> List.of(row.place().value()),
        "kind", row -> List.of(row.kind()),
        "operator", row -> List.of(row.operator().value()),
        "host", row -> row.host().map(OrgId::value).stream().toList());
  }
}
