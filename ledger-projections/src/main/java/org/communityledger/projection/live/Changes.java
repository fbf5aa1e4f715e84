package org.communityledger.projection.live;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.codec.RowCodec;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.Projection;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one view that a transaction changes, with what is stored beside them. Remembers the rows changed last:
 * they are as stored, because whoever fails to store what is prepared must not go on with this. For one thread.
 */
final class Changes<K, R> {
  /** Some megabytes of the usual rows; the events of one matter come close together. */
  private static final int MOST_REMEMBERED = 1_000;

  private final Projection<K, R> projection;
  private final ViewTables tables;
  private final Function<K, byte[]> written;
  private final RowCodec codec;
  private final Sums sums;
  private final Map<K, Change<R>> changes = new LinkedHashMap<>();
  private final Map<K, Known<R>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, Known<R>> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };

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
    Change<R> change = new Change<>(Known.nothing());
    change.now = row;
    changes.put(key, change);
  }

  private Change<R> change(K key) {
    Change<R> change = changes.get(key);
    if (change == null) {
      Known<R> known = remembered.get(key);
      change = new Change<>(known == null ? read(key) : known);
      changes.put(key, change);
    }
    return change;
  }

  private Known<R> read(K key) {
    return new Known<>(tables.row(written.apply(key)).map(it -> codec.read(projection.rowType(), it)), null);
  }

  /** Finds another row in the place of one that cannot be stored. */
  @FunctionalInterface
  interface Repair<K, R> {
    /**
     * Folds again, as far as rows can be stored.
     *
     * @param before the row that is stored
     * @param storable fails with a row that cannot be stored
     * @param failure why the present row cannot be stored
     */
    Optional<R> fold(K key, Optional<R> before, Storable<R> storable, RuntimeException failure);
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
      if (change.isOne()) {
        prepare(key, change, repair);
      }
    });
  }

  private void prepare(K key, Change<R> change, Repair<K, R> repair) {
    change.out = change.before.facets == null ? facets(key, change.before.row) : change.before.facets;
    List<Contribution> before = change.out.figures();
    try {
      change.in = stored(key, change.now);
      sums.swap(before, change.in.facets().figures());
    } catch (ViewStoreException e) {
      throw e;
    } catch (RuntimeException failure) {
      change.now = repair.fold(key, change.before.row(),
          row -> sums.requireFitting(before, stored(key, row).facets().figures()), failure);
      change.in = stored(key, change.now);
      sums.swap(before, change.in.facets().figures());
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
      if (change.isOne()) {
        flush(written.apply(key), change);
      }
      remembered.put(key, change.isOne() ? new Known<>(change.now, change.in.facets()) : change.before);
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

  /**
   * A row as it is stored.
   *
   * @param facets what follows from it, if that was made out already
   */
  private record Known<R>(Optional<R> row, @Nullable Facets facets) {
    private static <R> Known<R> nothing() {
      return new Known<>(Optional.empty(), Facets.NONE);
    }
  }

  /** A row as it is stored, as it will be, and what follows from both. */
  private static final class Change<R> {
    private final Known<R> before;
    private Optional<R> now;
    private Facets out = Facets.NONE;
    private Stored in = Stored.NOTHING;

    private Change(Known<R> before) {
      this.before = before;
      this.now = before.row();
    }

    private boolean isOne() {
      return !now.equals(before.row());
    }
  }

  /** What is to be stored of a row. */
  private record Stored(Optional<byte[]> row, Facets facets) {
    private static final Stored NOTHING = new Stored(Optional.empty(), Facets.NONE);
  }
}
