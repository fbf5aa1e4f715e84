package org.communityledger.projection.live;

import java.util.Iterator;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.communityledger.log.TreeHead;
import org.communityledger.projection.View;
import org.communityledger.projection.live.Guarded.Cell;
import org.jspecify.annotations.Nullable;

/** Brings what a replay has made of one projection into the store, little by little. For one thread. */
final class Filling<K, R> {
  /** How many rows are written at once, so that what is live does not wait long meanwhile. */
  private static final int CHUNK = 500;

  private final LiveView<K, R> view;
  private final TreeHead head;
  private final Iterator<Noted<K>> noted;
  private final Iterator<Map.Entry<K, Cell<R>>> rows;

  /**
   * A filling of a view that is empty in the store.
   *
   * @param made what the replay made
   * @param head the state of the log for which that is true
   */
  Filling(LiveView<K, R> view, Guarded<K, R> guarded, View<K, Cell<R>> made, TreeHead head) {
    this.view = view;
    this.head = head;
    this.noted = new Notes<>(guarded.noted().entrySet().iterator());
    this.rows = made.stream().iterator();
  }

  private record Noted<K>(K key, long position) {}

  /** One position after the other; a stream would unpack all of a key at once. */
  private static final class Notes<K> implements Iterator<Noted<K>> {
    private final Iterator<Map.Entry<K, Positions>> keys;
    private Map.@Nullable Entry<K, PrimitiveIterator.OfLong> key;

    private Notes(Iterator<Map.Entry<K, Positions>> keys) {
      this.keys = keys;
    }

    @Override
    public boolean hasNext() {
      return (key != null && key.getValue().hasNext()) || keys.hasNext();
    }

    @Override
    public Noted<K> next() {
      if (key == null || !key.getValue().hasNext()) {
        Map.Entry<K, Positions> next = keys.next();
        key = Map.entry(next.getKey(), next.getValue().iterator());
      }
      return new Noted<>(key.getKey(), key.getValue().nextLong());
    }
  }

  LiveView<K, R> view() {
    return view;
  }

  /** The state of the log for which the view is true once all is written. */
  TreeHead head() {
    return head;
  }

  /**
   * Writes some more.
   *
   * @return whether there may be still more
   * @throws RuntimeException if the projection contradicts itself
   */
  boolean step(ViewStore store) {
    int written = 0;
    while (written < CHUNK && noted.hasNext()) {
      Noted<K> next = noted.next();
      view.note(next.key(), next.position());
      written++;
    }
    // A row that cannot be stored is gone through event by event, for which all must be noted.
    boolean allNoted = !noted.hasNext();
    while (written < CHUNK && allNoted && rows.hasNext()) {
      place(rows.next());
      written++;
    }
    boolean more = noted.hasNext() || rows.hasNext();
    view.prepare(0, head.size());
    store.transaction(() -> {
      view.flush();
      if (!more) {
        store.advance(view.id(), head);
      }
    });
    return more;
  }

  private void place(Map.Entry<K, Cell<R>> row) {
    view.place(row.getKey(), row.getValue().row());
    row.getValue().misfit().ifPresent(it -> view.park(row.getKey(), it.at(), it.error(), it.waiting()));
  }
}
