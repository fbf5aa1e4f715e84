package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.cases.CaseEvent;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/** A projection whose rows hold what they were told of, in order, and which can be made to fail. */
final class Telling<K> implements Projection<K, Telling.Row> {
  private final String name;
  private final int version;
  private final Class<K> keyType;
  private final boolean showsStruckOut;
  private final Function<RecordedEvent, Set<K>> keys;
  private final Faults<K> faults;

  private Telling(
      String name,
      int version,
      Class<K> keyType,
      boolean showsStruckOut,
      Function<RecordedEvent, Set<K>> keys,
      Faults<K> faults) {
    this.name = name;
    this.version = version;
    this.keyType = keyType;
    this.showsStruckOut = showsStruckOut;
    this.keys = keys;
    this.faults = faults;
  }

  /** What goes wrong; by default nothing. */
  interface Faults<K> {
    default void onKeys(RecordedEvent recorded) {}

    default void onApply(K key, Happening happening) {}

    default void onFigures(K key, Row row) {}

    default void onIndexes(Row row) {}

    default Unit unit(Row row) {
      return Unit.ITEM;
    }
  }

  /** What a key was told of. */
  record Row(List<Told> told) {
    Row {
      told = List.copyOf(told);
    }
  }

  /** What happened, and whether it was taken back. */
  record Told(EventId event, boolean struckOut) {}

  /** What each case is told; the key stands in the tags of its events. */
  static Telling<CaseId> byCase() {
    return new Telling<>("test.ByCase", 1, CaseId.class, false, Telling::caseOf, new Faults<>() {
    });
  }

  static Set<CaseId> caseOf(RecordedEvent recorded) {
    return recorded.event() instanceof CaseEvent event ? Set.of(event.caseId()) : Set.of();
  }

  /** What people in each role recorded; the key stands in no tag. */
  static Telling<String> byRole() {
    return new Telling<>("test.ByRole", 1, String.class, false, Telling::role, new Faults<>() {
    });
  }

  /** Like {@link #byRole}, what was taken back included. */
  static Telling<String> byRoleWithStruckOut() {
    return new Telling<>("test.ByRoleWithStruckOut", 1, String.class, true, Telling::role, new Faults<>() {
    });
  }

  private static Set<String> role(RecordedEvent recorded) {
    return Set.of(recorded.header().actor().role(), "everybody");
  }

  /** Each event by itself: the key is an id, but does not stand in the event's tags. */
  static Telling<EventId> byEvent() {
    return new Telling<>("test.ByEvent", 1, EventId.class, true, it -> Set.of(it.id()), new Faults<>() {
    });
  }

  /** The same under another version. */
  Telling<K> version(int other) {
    return new Telling<>(name, other, keyType, showsStruckOut, keys, faults);
  }

  /** The same with something going wrong. */
  Telling<K> with(Faults<K> others) {
    return new Telling<>(name, version, keyType, showsStruckOut, keys, others);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public Class<K> keyType() {
    return keyType;
  }

  @Override
  public Class<Row> rowType() {
    return Row.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(Event.class);
  }

  @Override
  public Set<K> keys(RecordedEvent recorded) {
    faults.onKeys(recorded);
    return keys.apply(recorded);
  }

  @Override
  public Optional<Row> apply(K key, Optional<Row> row, Happening happening) {
    faults.onApply(key, happening);
    List<Told> told = new ArrayList<>(row.map(Row::told).orElse(List.of()));
    told.add(new Told(happening.recorded().id(), happening.isStruckOut()));
    return Optional.of(new Row(told));
  }

  @Override
  public List<Contribution> figures(K key, Row row) {
    faults.onFigures(key, row);
    Tally all = Tally.exact(row.told().size(), faults.unit(row));
    long struckOut = row.told().stream().filter(Told::struckOut).count();
    return List.of(Contribution.of(FigureKey.of("told.all"), all),
        Contribution.of(FigureKey.of("told.byParity").with("even", String.valueOf(row.told().size() % 2 == 0)), all),
        Contribution.of(FigureKey.of("told.struckOut"), Tally.exact(struckOut, Unit.ITEM)));
  }

  @Override
  public Map<String, Function<Row, Collection<String>>> indexes() {
    return Map.of("size", row -> List.of(String.valueOf(row.told().size())),
        "event", row -> {
          faults.onIndexes(row);
          return row.told().stream().map(it -> it.event().value()).toList();
        });
  }

  @Override
  public boolean showsStruckOut() {
    return showsStruckOut;
  }
}
