package org.communityledger.projection.places;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * Each place, and what it lies in. Events taken back are ignored.
 *
 * <p>Its figure, in {@link Unit#ITEM}: <code>places.registered{kind}</code>. Rows are found by {@code kind} and
 * {@code parent}.
 */
public final class PlaceRegister implements Projection<PlaceId, PlaceRow> {
  private static final FigureKey REGISTERED = FigureKey.of("places.registered");

  @Override
  public String name() {
    return "places.PlaceRegister";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<PlaceId> keyType() {
    return PlaceId.class;
  }

  @Override
  public Class<PlaceRow> rowType() {
    return PlaceRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(PlaceRegistered.class);
  }

  @Override
  public Set<PlaceId> keys(RecordedEvent recorded) {
    return Set.of(((PlaceRegistered) recorded.event()).place());
  }

  @Override
  public Optional<PlaceRow> apply(PlaceId key, Optional<PlaceRow> row, Happening happening) {
    return Optional.of(PlaceRow.of((PlaceRegistered) happening.event()));
  }

  @Override
  public List<Contribution> figures(PlaceId key, PlaceRow row) {
    return List.of(Contribution.of(REGISTERED.with("kind", row.kind()), Tally.exact(1, Unit.ITEM)));
  }

  @Override
  public Map<String, Function<PlaceRow, Collection<String>>> indexes() {
    return Map.of(
        "kind", row -> List.of(row.kind()),
        "parent", row -> row.parent().map(PlaceId::value).stream().toList());
  }
}
