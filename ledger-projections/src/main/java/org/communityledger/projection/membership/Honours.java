package org.communityledger.projection.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.HonourEvent;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.membership.HonourEvent.HonourRevoked;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * Who was honoured, by whom, and whether the honour is still in force. Events taken back are ignored.
 *
 * <p>Its figures, in {@link Unit#ITEM}: <code>honours.granted{form,title}</code>, honours ever granted, and
 * <code>honours.inForce{form,title}</code>, those that were not taken back.
 *
 * <p>Rows are found by {@code title}, {@code to} and {@code by} (a party's tag: {@code org:union}).
 */
public final class Honours implements Projection<HonourId, HonourRow> {
  private static final FigureKey GRANTED = FigureKey.of("honours.granted");
  private static final FigureKey IN_FORCE = FigureKey.of("honours.inForce");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  @Override
  public String name() {
    return "membership.Honours";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<HonourId> keyType() {
    return HonourId.class;
  }

  @Override
  public Class<HonourRow> rowType() {
    return HonourRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(HonourEvent.class);
  }

  @Override
  public Set<HonourId> keys(RecordedEvent recorded) {
    return Set.of(((HonourEvent) recorded.event()).honour());
  }

  @Override
  public Optional<HonourRow> apply(HonourId key, Optional<HonourRow> row, Happening happening) {
    return switch ((HonourEvent) happening.event()) {
      case HonourGranted it -> Optional.of(HonourRow.of(it, happening));
      case HonourRevoked it -> row.map(before -> before.revoked(happening));
    };
  }

  @Override
  public List<Contribution> figures(HonourId key, HonourRow row) {
    List<Contribution> figures = new ArrayList<>();
    figures.add(Contribution.of(of(GRANTED, row), ONE));
    if (row.isInForce()) {
      figures.add(Contribution.of(of(IN_FORCE, row), ONE));
    }
    return figures;
  }

  private static FigureKey of(FigureKey key, HonourRow row) {
    return key.with("form", row.form()).with("title", row.title());
  }

  @Override
  public Map<String, Function<HonourRow, Collection<String>>> indexes() {
    return Map.of(
        "title", row -> List.of(row.title()),
        "to", row -> List.of(row.to().tag().toString()),
        "by", row -> List.of(row.by().tag().toString()));
  }
}
