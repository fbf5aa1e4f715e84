package org.communityledger.projection.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Views;
import org.communityledger.projection.records.AuditLine.Origin;

/**
 * Every entry by its position, with the source it is known from, entries taken back included. {@link #byOrigin} groups them.
 *
 * <p>Its figures, in {@link Unit#ITEM}: <code>audit.entries{source}</code>, and those of them that were taken back,
 * <code>audit.struckOut{source}</code>; {@code source} is the sort of source. Rows are found by {@code origin}, see
 * {@link Origin#toString}, and by {@code actor}, the tag of the party.
 */
public final class AuditTrail implements Projection<Long, AuditLine> {
  private static final FigureKey ENTRIES = FigureKey.of("audit.entries");
  private static final FigureKey STRUCK_OUT = FigureKey.of("audit.struckOut");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * The trail as a replay left it, by source and place in it; the lines of each in order of position.
   *
   * @throws IllegalArgumentException if it was not part of the replay
   */
  public static SortedMap<Origin, List<AuditLine>> byOrigin(Views views) {
    return views.rows(new AuditTrail()).values().stream()
        .collect(Collectors.groupingBy(AuditLine::origin, TreeMap::new, Collectors.toUnmodifiableList()));
  }

  @Override
  public String name() {
    return "records.AuditTrail";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<Long> keyType() {
    return Long.class;
  }

  @Override
  public Class<AuditLine> rowType() {
    return AuditLine.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(Event.class);
  }

  @Override
  public boolean showsStruckOut() {
    return true;
  }

  @Override
  public Set<Long> keys(RecordedEvent recorded) {
    return Set.of(recorded.position());
  }

  @Override
  public Optional<AuditLine> apply(Long key, Optional<AuditLine> row, Happening happening) {
    return Optional.of(AuditLine.of(happening));
  }

  @Override
  public List<Contribution> figures(Long key, AuditLine row) {
    Contribution entry = Contribution.of(ENTRIES.with("source", row.source().kind()), ONE);
    return row.struckOutBy().isEmpty()
        ? List.of(entry)
        : List.of(entry, Contribution.of(STRUCK_OUT.with("source", row.source().kind()), ONE));
  }

  @Override
  public Map<String, Function<AuditLine, Collection<String>>> indexes() {
    return Map.of(
        "origin", row -> List.of(row.origin().toString()),
        "actor", row -> List.of(row.actor().who().tag().toString()));
  }
}
