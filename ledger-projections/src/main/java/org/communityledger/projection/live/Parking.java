package org.communityledger.projection.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parked keys of one view: as stored, and as they will be after the transaction under way. For one thread. */
final class Parking<K> {
  private final ViewTables tables;
  private final Function<K, byte[]> written;
  private final Map<K, ParkedKey> parked = new HashMap<>();
  private final List<Runnable> changes = new ArrayList<>();

  /** The keys parked in the store. */
  Parking(ViewTables tables, Function<K, byte[]> written, Function<byte[], K> read) {
    this.tables = tables;
    this.written = written;
    tables.parked().forEach(it -> parked.put(read.apply(it.key()),
        new ParkedKey(text(it.key()), it.position(), it.type(), it.error(), it.waiting())));
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  boolean isParked(K key) {
    return parked.containsKey(key);
  }

  /**
   * Parks a key.
   *
   * @param waiting the positions of the event it is parked at and of all later ones that concern it
   */
  void park(K key, long position, String type, String error, List<Long> waiting) {
    release(key);
    byte[] json = written.apply(key);
    parked.put(key, new ParkedKey(text(json), position, type, error, waiting.size() - 1));
    changes.add(() -> {
      tables.putParked(json, position, type, error);
      waiting.forEach(it -> tables.putWaiting(json, it));
    });
  }

  /** Lets a parked key wait for one more event. */
  void await(K key, long position) {
    parked.computeIfPresent(key, (same, before) -> before.waitingForOneMore());
    changes.add(() -> tables.putWaiting(written.apply(key), position));
  }

  /** Lets a key, if it is parked, be told of events again. */
  void release(K key) {
    if (parked.remove(key) != null) {
      changes.add(() -> tables.removeParked(written.apply(key)));
    }
  }

  List<ParkedKey> list() {
    return List.copyOf(parked.values());
  }

  void flush() {
    changes.forEach(Runnable::run);
    changes.clear();
  }
}
