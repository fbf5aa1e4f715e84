package org.communityledger.projection.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * What needs a second look, as long as it does: an anomaly is gone once it is confirmed or corrected.
 *
 * <p>Its figure, in {@link Unit#ITEM}: <code>anomalies.open{kind}</code>. Rows are found by {@code kind}, as in
 * {@link AnomalyKind#word}, and by {@code target}, the tag of the thing concerned.
 */
public final class Anomalies implements Projection<Anomaly.Key, Anomaly> {
  private static final FigureKey OPEN = FigureKey.of("anomalies.open");

  @Override
  public String name() {
    return "records.Anomalies";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<Anomaly.Key> keyType() {
    return Anomaly.Key.class;
  }

  @Override
  public Class<Anomaly> rowType() {
    return Anomaly.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(OrgRegistered.class, AliasRecorded.class);
  }

  @Override
  public Set<Anomaly.Key> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case OrgRegistered it -> Set.of(new Anomaly.Key(AnomalyKind.NAME_INCOMPLETE, it.org().tag()));
      case AliasRecorded it -> Set.of(new Anomaly.Key(AnomalyKind.ALIAS_UNCONFIRMED, it.aliasTag()));
      default -> Set.of();
    };
  }

  @Override
  public Optional<Anomaly> apply(Anomaly.Key key, Optional<Anomaly> row, Happening happening) {
    return switch (happening.event()) {
      case OrgRegistered it -> shown(!it.nameComplete(), key, it.org().tag(), it.name(), happening);
      case AliasRecorded it -> shown(!it.confirmed(), key, it.target(), it.alias(), happening);
      default -> row;
    };
  }

  private static Optional<Anomaly> shown(
      boolean isOdd,
      Anomaly.Key key,
      Tag target,
      String text,
      Happening happening) {
    return isOdd
        ? Optional.of(new Anomaly(key, target, text, happening.recorded().id(), happening.occurred()))
        : Optional.empty();
  }

  @Override
  public List<Contribution> figures(Anomaly.Key key, Anomaly row) {
    return List.of(Contribution.of(OPEN.with("kind", key.kind().word()), Tally.exact(1, Unit.ITEM)));
  }

  @Override
  public Map<String, Function<Anomaly, Collection<String>>> indexes() {
    return Map.of(
        "kind", row -> List.of(row.key().kind().word()),
        "target", row -> List.of(row.target().toString()));
  }
}
