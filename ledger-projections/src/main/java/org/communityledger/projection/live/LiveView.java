package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.codec.RowCodec;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * One version of a view as it is moved on. What it is told is collected, and stored with {@link #flush} in a
 * transaction of whoever moves it. For one thread.
 */
final class LiveView<K, R> {
  private final Projection<K, R> projection;
  private final long id;
  private final LedgerEntries entries;
  private final Changes<K, R> changes;
  private final Parking<K> parking;
  private final KeyEvents<K> keyEvents;
  private final Map<Class<? extends Event>, Boolean> read = new HashMap<>();
  private final Set<K> again = new LinkedHashSet<>();

  LiveView(Projection<K, R> projection, long id, Session writer, LedgerEntries entries) {
    ViewTables tables = new ViewTables(writer, id);
    RowCodec codec = entries.codec().rows();
    this.projection = projection;
    this.id = id;
    this.entries = entries;
    this.changes = new Changes<>(projection, tables, this::written, codec);
    this.parking = new Parking<>(tables, this::written, json -> codec.read(projection.keyType(), json));
    this.keyEvents = new KeyEvents<>(tables, this::written, entries);
  }

  private byte[] written(K key) {
    return entries.codec().rows().write(projection.keyType(), key);
  }

  Projection<K, R> projection() {
    return projection;
  }

  /** Its number in the store. */
  long id() {
    return id;
  }

  List<ParkedKey> parked() {
    return parking.list();
  }

  /**
   * Finds out whom an event concerns and gets ready for it, without changing anything: either all views are told of an
   * event, or none.
   *
   * @return what is to be done once all views have looked
   * @throws RuntimeException if the projection cannot tell the keys, or a row cannot be read
   */
  Runnable look(Incoming incoming) {
    Set<K> touched = keys(incoming.recorded());
    Set<K> takenBackFrom = incoming.takenBack().map(this::keys).orElse(Set.of());
    Stream.concat(touched.stream(), takenBackFrom.stream()).forEach(changes::row);
    return () -> take(incoming, touched, takenBackFrom);
  }

  private Set<K> keys(RecordedEvent recorded) {
    boolean wanted = read.computeIfAbsent(recorded.event().getClass(),
        type -> projection.reads().stream().anyMatch(it -> it.isAssignableFrom(type)));
    return wanted ? projection.keys(recorded) : Set.of();
  }

  private void take(Incoming incoming, Set<K> touched, Set<K> takenBackFrom) {
    again.addAll(takenBackFrom);
    for (K key : touched) {
      keyEvents.note(key, incoming.recorded());
      if (!incoming.comesNext()) {
        again.add(key);
      } else if (parking.isParked(key)) {
        parking.await(key, incoming.position());
      } else if (!again.contains(key)) {
        apply(key, incoming.happening());
      }
    }
  }

  private void apply(K key, Happening happening) {
    try {
      changes.set(key, told(key, changes.row(key), happening));
    } catch (RuntimeException failure) {
      park(key, happening, String.valueOf(failure.getMessage()), List.of(happening.recorded().position()));
    }
  }

  private Optional<R> told(K key, Optional<R> row, Happening happening) {
    return projection.apply(key, row, happening);
  }

  /** Parks a key at an event which it, and those at the positions, wait to be told of. */
  void park(K key, Happening at, String error, List<Long> waiting) {
    parking.park(key, at.recorded().position(), entries.typeOf(at.recorded()), error, waiting);
  }

  /** Takes over a row folded elsewhere; the view has none of that key. */
  void place(K key, Optional<R> row) {
    changes.add(key, row);
  }

  /** Takes over where an event of a key stands, if it is not found without that. */
  void note(K key, long position) {
    keyEvents.note(key, position);
  }

  /**
   * Makes out what is to be stored.
   *
   * @param from the number of entries for which what is stored is true
   * @param size the number of entries for which it will be true
   * @throws RuntimeException if the projection contradicts itself; then this view is not to be used any more
   */
  void prepare(long from, long size) {
    Set<K> folded = new LinkedHashSet<>(again);
    again.clear();
    for (K key : folded) {
      changes.set(key, new Folding(row -> {}).of(key, Optional.empty(), 0, size));
    }
    changes.prepare((key, before, storable, failure) -> {
      Folding folding = new Folding(storable);
      Optional<R> row = folded.contains(key)
          ? folding.of(key, Optional.empty(), 0, size)
          : folding.of(key, before, from, size);
      if (!parking.isParked(key)) {
        throw new IllegalStateException("row " + key + " cannot be stored, although each step to it can: "
            + failure.getMessage(), failure);
      }
      return row;
    });
  }

  /** Folds events into a row as far as that goes, and parks the key where it ends too early. For one key. */
  private final class Folding {
    private final Changes.Storable<R> storable;
    private final List<Long> waiting = new ArrayList<>();
    private Optional<R> row = Optional.empty();
    private Optional<Happening> failedAt = Optional.empty();
    private String error = "";

    private Folding(Changes.Storable<R> storable) {
      this.storable = storable;
    }

    /** Goes on with a row that holds what stands before a position. */
    private Optional<R> of(K key, Optional<R> begun, long from, long before) {
      row = begun;
      keyEvents.tell(projection, key, from, before, it -> next(key, it));
      failedAt.ifPresentOrElse(it -> park(key, it, error, waiting), () -> parking.release(key));
      return row;
    }

    private void next(K key, Happening happening) {
      if (failedAt.isEmpty()) {
        try {
          Optional<R> next = told(key, row, happening);
          storable.check(next);
          row = next;
          return;
        } catch (ViewStoreException e) {
          throw e;
        } catch (RuntimeException failure) {
          failedAt = Optional.of(happening);
          error = String.valueOf(failure.getMessage());
        }
      }
      waiting.add(happening.recorded().position());
    }
  }

  /** Stores what was prepared. */
  void flush() {
    changes.flush();
    parking.flush();
    keyEvents.flush();
  }

  /** Its name and version. */
  @Override
  public String toString() {
    return projection.name() + " v" + projection.version();
  }
}
