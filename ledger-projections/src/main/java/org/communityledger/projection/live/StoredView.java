package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.communityledger.codec.RowCodec;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.FigureSum;
import org.communityledger.projection.Projection;
import org.communityledger.projection.View;
import org.communityledger.projection.ViewDigest;

/** A view as it lies in the store, read in one moment's state. Rows stand in the order of their keys' JSON. */
final class StoredView<K, R> implements View<K, R> {
  private final Projection<K, R> projection;
  private final StoredVersion stored;
  private final Session session;
  private final RowCodec codec;
  private final ViewTables tables;
  private boolean over;

  /**
   * A view to be read through a session.
   *
   * @param projection whose rows they are, in the version that is stored
   */
  StoredView(Projection<K, R> projection, StoredVersion stored, Session session, RowCodec codec) {
    this.projection = projection;
    this.stored = stored;
    this.session = session;
    this.codec = codec;
    this.tables = new ViewTables(session, stored.id());
  }

  /** Refuses all that comes later: the state it reads is given up. */
  void end() {
    over = true;
  }

  private Session session() {
    if (over) {
      throw new IllegalStateException("A view of " + projection.name()
          + " is read while Live.read runs, no longer; take what you need out of it there");
    }
    return session;
  }

  @Override
  public Projection<K, R> projection() {
    return projection;
  }

  @Override
  public long size() {
    return stored.applied().size();
  }

  @Override
  public Optional<R> row(K key) {
    session();
    return tables.row(codec.write(projection.keyType(), key)).map(it -> read(projection.rowType(), it));
  }

  private <T> T read(Class<T> type, byte[] json) {
    try {
      return codec.read(type, json);
    } catch (IllegalArgumentException e) {
      if (projection instanceof Versioned<K, R> older) {
        throw new ViewNotReady("What is stored of " + stored + " cannot be read as " + stored.name() + " v"
            + older.awaited() + ", which is not built yet: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  @Override
  public Map<K, R> rows() {
    Map<K, R> rows = new LinkedHashMap<>();
    try (Stream<Map.Entry<K, R>> all = stream()) {
      all.forEach(it -> rows.put(it.getKey(), it.getValue()));
    }
    return Collections.unmodifiableMap(rows);
  }

  @Override
  public Stream<Map.Entry<K, R>> stream() {
    return raw().map(it -> Map.entry(read(projection.keyType(), it.key()), read(projection.rowType(), it.row())));
  }

  private Stream<Raw> raw() {
    return session().stream("SELECT key, row FROM view_row WHERE view = ? ORDER BY key",
        it -> new Raw(it.getBytes(1), it.getBytes(2)), stored.id());
  }

  private record Raw(byte[] key, byte[] row) {}

  @Override
  public List<R> where(String index, String value) {
    if (!stored.indexes().contains(index)) {
      throw new IllegalArgumentException(
          projection.name() + " has no index " + index + "; there are " + new TreeSet<>(stored.indexes()));
    }
    return session().query("""
        SELECT row FROM index_entry e JOIN view_row r ON r.view = e.view AND r.key = e.key
        WHERE e.view = ? AND e.name = ? AND e.value = ? ORDER BY e.key""", it -> it.getBytes(1), stored.id(), index,
        value).stream().map(it -> read(projection.rowType(), it)).toList();
  }

  @Override
  public Optional<Figure> figure(FigureKey key) {
    session();
    return tables.figure(key.toString()).map(it -> sum(it).figure());
  }

  private FigureSum sum(byte[] json) {
    return codec.read(FigureSum.class, json);
  }

  @Override
  public SortedMap<FigureKey, Figure> figures(FigurePattern pattern) {
    SortedMap<FigureKey, Figure> figures = new TreeMap<>();
    sums(pattern).forEach((key, sum) -> figures.put(key, sum.figure()));
    return figures;
  }

  @Override
  public Optional<Figure> sum(FigurePattern pattern) {
    return new ArrayList<>(sums(pattern).values()).stream().reduce(FigureSum::plus).map(FigureSum::figure);
  }

  private Map<FigureKey, FigureSum> sums(FigurePattern pattern) {
    Map<FigureKey, FigureSum> sums = new LinkedHashMap<>();
    String beginning = pattern.name().replace("*", "");
    session().query("SELECT key, sum FROM figure WHERE view = ? AND key >= ? AND key < ? ORDER BY key",
        it -> Map.entry(FigureKey.parse(it.getString(1)), it.getBytes(2)), stored.id(), beginning,
        beginning + Character.MAX_VALUE).stream()
        .filter(it -> pattern.matches(it.getKey()))
        .forEach(it -> sums.put(it.getKey(), sum(it.getValue())));
    return sums;
  }

  @Override
  public String digest() {
    ViewDigest digest = new ViewDigest(projection, size());
    try (Stream<Raw> rows = raw()) {
      rows.forEach(it -> digest.add(it.key(), it.row()));
    }
    return digest.hex();
  }
}
