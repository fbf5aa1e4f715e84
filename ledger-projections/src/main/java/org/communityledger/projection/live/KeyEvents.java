package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.KeyHistory;
import org.communityledger.projection.Projection;

/**
 * Finds the events of a key again. Those that carry the key's tag are found through the log's index; the others are
 * noted in the store (ADR 0016). For one thread.
 */
final class KeyEvents<K> {
  /** How many events are read at once. */
  private static final int PAGE = 500;

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

  /**
   * Tells what the projection is told about the key, as far as it stands between two positions. Reads twice, a page at a
   * time, since a key may have more events than the memory holds.
   */
  <R> void tell(Projection<K, R> projection, K key, long from, long before, Consumer<Happening> listener) {
    List<RecordedEvent> foretold = new ArrayList<>();
    pages(key, from, before).forEach(page -> {
      page.stream().filter(KeyHistory::isForetold).forEach(foretold::add);
      foretold.addAll(entries.retractionsOf(page, before));
    });
    KeyHistory.tell(projection, key, foretold, pages(key, from, before).flatMap(List::stream), entries.zone(),
        listener);
  }

  private Stream<List<RecordedEvent>> pages(K key, long from, long before) {
    NavigableSet<Long> positions = new TreeSet<>(tables.events(written.apply(key)));
    positions.addAll(noted.getOrDefault(key, List.of()));
    return Stream.iterate(page(key, positions, from, before), it -> it.end() > it.from(),
        it -> page(key, positions, it.end(), before)).map(Page::events);
  }

  private Page page(K key, NavigableSet<Long> positions, long from, long before) {
    List<Long> some = positions.subSet(from, before).stream().limit(PAGE).toList();
    long mostEnd = some.size() == PAGE ? some.getLast() + 1 : before;
    List<RecordedEvent> tagged = key instanceof Id id ? entries.tagged(id.tag(), from, mostEnd, PAGE) : List.of();
    long end = tagged.size() == PAGE ? tagged.getLast().position() + 1 : mostEnd;
    SortedMap<Long, RecordedEvent> events = new TreeMap<>();
    tagged.forEach(it -> events.put(it.position(), it));
    some.stream().filter(it -> it < end).forEach(it -> events.computeIfAbsent(it, entries::at));
    return new Page(from, end, List.copyOf(events.values()));
  }

  /**
   * Some events of a key, in order.
   *
   * @param from the first position looked at
   * @param end the position before which all were looked at
   */
  private record Page(long from, long end, List<RecordedEvent> events) {}

  void flush() {
    noted.forEach((key, positions) -> positions.forEach(it -> tables.putEvent(written.apply(key), it)));
    noted.clear();
  }
}
