package org.communityledger.projection.live;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.codec.RowCodec;
import org.communityledger.projection.Projection;

/** The rows of one view that a transaction changes, with what is stored beside them. For one thread. */
final class Changes<K, R> {
  private final Projection<K, R> projection;
  private final ViewTables tables;
  private final Function<K, byte[]> written;
  private final RowCodec codec;
  private final Sums sums;
  private final Map<K, Change<R>> changes = new LinkedHashMap<>();

  Changes(Projection<K, R> projection, ViewTables tables, Function<K, byte[]> written, RowCodec codec) {
    this.projection = projection;
    this.tables = tables;
    this.written = written;
    this.codec = codec;
    this.sums = new Sums(tables, codec);
  }

  /**
   * The row as it is after all that was set, read from the store if need be.
   *
   * @throws IllegalArgumentException if what is stored is no such row
   */
  Optional<R> row(K key) {
    return change(key).now;
  }

  void set(K key, Optional<R> row) {
    change(key).now = row;
  }

  /** Sets the row of a key that has none in the store. */
  void add(K key, Optional<R> row) {
    Change<R> change = new Change<>(Optional.empty());
    change.now = row;
    changes.put(key, change);
  }

  private Change<R> change(K key) {
    Change<R> change = changes.get(key);
    if (change == null) {
      change = new Change<>(tables.row(written.apply(key)).map(it -> codec.read(projection.rowType(), it)));
      changes.put(key, change);
    }
    return change;
  }

  /** Finds another row in the place of one that cannot be stored. */
  @FunctionalInterface
  interface Repair<K, R> {
    /**
     * Folds again, as far as rows can be stored.
     *
     * @param storable fails with a row that cannot be stored
     * @param failure why the present row cannot be stored
     */
    Optional<R> fold(K key, Storable<R> storable, RuntimeException failure);
  }

  /** Whether a row can be stored. */
  @FunctionalInterface
  interface Storable<R> {
    /**
     * Looks at a row.
     *
     * @throws RuntimeException if it cannot be stored
     */
    void check(Optional<R> row);
  }

  /**
   * Makes out what is to be stored.
   *
   * @throws RuntimeException if a row cannot be stored even after its repair
   */
  void prepare(Repair<K, R> repair) {
    changes.forEach((key, change) -> {
      if (!change.now.equals(change.before)) {
        prepare(key, change, repair);
      }
    });
  }

  private void prepare(K key, Change<R> change, Repair<K, R> repair) {
    Facets before = facets(key, change.before);
    try {
      change.out = before;
      change.in = stored(key, change.now);
      sums.swap(before.figures(), change.in.facets().figures());
    } catch (ViewStoreException e) {
      throw e;
    } catch (RuntimeException failure) {
      change.now = repair.fold(key,
          row -> sums.requireFitting(before.figures(), stored(key, row).facets().figures()), failure);
      change.in = stored(key, change.now);
      sums.swap(before.figures(), change.in.facets().figures());
    }
  }

  private Facets facets(K key, Optional<R> row) {
    return row.map(it -> Facets.of(projection, key, it)).orElse(Facets.NONE);
  }

  private Stored stored(K key, Optional<R> row) {
    return new Stored(row.map(it -> codec.write(projection.rowType(), it)), facets(key, row));
  }

  /** Stores what was prepared. */
  void flush() {
    changes.forEach((key, change) -> {
      if (!change.now.equals(change.before)) {
        flush(written.apply(key), change);
      }
    });
    sums.flush();
    changes.clear();
  }

  private void flush(byte[] key, Change<R> change) {
    change.in.row().ifPresentOrElse(row -> tables.putRow(key, row), () -> tables.removeRow(key));
    Set<IndexEntry> out = change.out.entries();
    Set<IndexEntry> in = change.in.facets().entries();
    minus(out, in).forEach(it -> tables.removeEntry(it, key));
    minus(in, out).forEach(it -> tables.putEntry(it, key));
  }

  private static Set<IndexEntry> minus(Set<IndexEntry> these, Set<IndexEntry> those) {
    Set<IndexEntry> left = new HashSet<>(these);
    left.removeAll(those);
    return left;
  }

  /** A row as stored, as it will be, and what follows from both. */
  private static final class Change<R> {
    private final Optional<R> before;
    private Optional<R> now;
    private Facets out = Facets.NONE;
    private Stored in = Stored.NOTHING;

    private Change(Optional<R> before) {
      this.before = before;
      this.now = before;
    }
  }

  /** What is to be stored of a row. */
  private record Stored(Optional<byte[]> row, Facets facets) {
    private static final Stored NOTHING = new Stored(Optional.empty(), Facets.NONE);
  }
}
