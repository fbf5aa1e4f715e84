package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.KeyHistory;
import org.communityledger.projection.Projection;

/**
 * Finds the events of a key again. Those that carry the key's tag are found through the log's index; the others are noted
 * in the store (ADR 0016). For one thread.
 */
final class KeyEvents<K> {
  private final ViewTables tables;
  private final Function<K, byte[]> written;
  private final LedgerEntries entries;
  private final Map<K, List<Long>> noted = new HashMap<>();

  KeyEvents(ViewTables tables, Function<K, byte[]> written, LedgerEntries entries) {
    this.tables = tables;
    this.written = written;
    this.entries = entries;
  }

  /** Whether the event is found without being noted. */
  static boolean shows(RecordedEvent recorded, Object key) {
    return key instanceof Id id && recorded.tags().contains(id.tag());
  }

  /** Notes an event of the key if need be. */
  void note(K key, RecordedEvent recorded) {
    if (!shows(recorded, key)) {
      note(key, recorded.position());
    }
  }

  void note(K key, long position) {
    noted.computeIfAbsent(key, it -> new ArrayList<>()).add(position);
  }

  /** What the projection is told about the key, as far as it stands before the position. */
  <R> List<Happening> history(Projection<K, R> projection, K key, long before) {
    TreeSet<Long> positions = new TreeSet<>(tables.events(written.apply(key)));
    positions.addAll(noted.getOrDefault(key, List.of()));
    List<RecordedEvent> events = new ArrayList<>(entries.at(positions.headSet(before)));
    if (key instanceof Id id) {
      events.addAll(entries.tagged(id.tag(), before));
    }
    events.addAll(entries.retractionsOf(events, before));
    return KeyHistory.of(projection, key, events, entries.zone());
  }

  void flush() {
    noted.forEach((key, positions) -> positions.forEach(it -> tables.putEvent(written.apply(key), it)));
    noted.clear();
  }
}
