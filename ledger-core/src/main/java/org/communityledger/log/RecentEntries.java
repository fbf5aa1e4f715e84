package org.communityledger.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The latest entries of a log in memory, found by position and by tag, so that most conditions are judged and most reads
 * of what is new are answered without asking the database. Keeps everything that is not durable, and of what is durable
 * the latest up to a limit. Not thread-safe.
 */
public final class RecentEntries {
  private final int mostEntries;
  private final long mostBytes;
  private @Nullable Recent[] ring = new Recent[1_024];
  /** By tag and then by type: some tags are on many entries, of which a condition means those of few types. */
  private final Map<String, Map<String, Deque<Recent>>> byTag = new HashMap<>();
  private final Set<String> commands = new HashSet<>();
  private long start;
  private long end;
  private long bytes;

  /**
   * An empty window.
   *
   * @param mostEntries the most durable entries kept
   * @param mostBytes the most bytes of leaves of durable entries kept
   * @param start the position of the first entry to be added
   */
  public RecentEntries(int mostEntries, long mostBytes, long start) {
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
    this.start = start;
    this.end = start;
  }

  /** The first position the window covers; what looks further back needs the database too. */
  public long start() {
    return start;
  }

  /** The position of the next entry. */
  public long end() {
    return end;
  }

  /** Forgets the entries at the position and after it, and the commands they belong to. */
  public void dropFrom(long position) {
    while (end > position) {
      end--;
      Recent newest = at(end);
      ring[slot(end)] = null;
      bytes -= newest.entry.leaf().length;
      commands.remove(newest.commandId());
      forget(newest, Deque::removeLast);
    }
  }

  private void forget(Recent recent, Consumer<Deque<Recent>> removal) {
    for (String tag : recent.tags) {
      byTag.computeIfPresent(tag, (key, types) -> {
        types.computeIfPresent(recent.entry.type(), (type, entries) -> {
          removal.accept(entries);
          return entries.isEmpty() ? null : entries;
        });
        return types.isEmpty() ? null : types;
      });
    }
  }

  /** Adds the next entry. */
  public void add(String commandId, Entry entry, Set<String> tags) {
    if (end - start == ring.length) {
      grow();
    }
    Recent recent = new Recent(commandId, entry, tags);
    ring[slot(end)] = recent;
    tags.forEach(it -> byTag.computeIfAbsent(it, tag -> new HashMap<>(2))
        .computeIfAbsent(entry.type(), type -> new ArrayDeque<>(2)).addLast(recent));
    commands.add(commandId);
    bytes += entry.leaf().length;
    end++;
  }

  private void grow() {
    @Nullable
    Recent[] larger = new Recent[ring.length * 2];
    for (long position = start; position < end; position++) {
      larger[(int) (position & (larger.length - 1))] = ring[slot(position)];
    }
    ring = larger;
  }

  private int slot(long position) {
    return (int) (position & (ring.length - 1));
  }

  private Recent at(long position) {
    return java.util.Objects.requireNonNull(ring[slot(position)]);
  }

  /** Everything before the position is durable: forgets the oldest of it beyond the limits. */
  public void durableTo(long position) {
    while (start < position && (end - start > mostEntries || bytes > mostBytes)) {
      Recent oldest = at(start);
      ring[slot(start)] = null;
      start++;
      bytes -= oldest.entry.leaf().length;
      if (start == end || !at(start).commandId.equals(oldest.commandId)) {
        commands.remove(oldest.commandId);
      }
      forget(oldest, Deque::removeFirst);
    }
  }

  /** Whether an entry in the window is of that command. */
  public boolean holds(String commandId) {
    return commands.contains(commandId);
  }

  /** An entry in the window, at the given position or after it, that matches the query. */
  public Optional<Entry> matching(Query query, long from) {
    for (Query.Criterion criterion : query.criteria()) {
      for (Iterator<Recent> latestFirst : latestFirst(criterion, end)) {
        while (latestFirst.hasNext()) {
          Recent recent = latestFirst.next();
          if (recent.position() < from) {
            break;
          }
          if (recent.matches(criterion)) {
            return Optional.of(recent.entry);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The matching entries of the window between two positions, in order.
   *
   * @param from not before {@link #start()}
   * @param to not after {@link #end()}
   */
  public List<Entry> read(Query query, long from, long to, int limit) {
    List<Entry> found = new ArrayList<>();
    if (query.isAll()) {
      for (long position = from; position < to && found.size() < limit; position++) {
        found.add(at(position).entry);
      }
      return found;
    }
    for (Query.Criterion criterion : query.criteria()) {
      for (Iterator<Recent> latestFirst : latestFirst(criterion, to)) {
        while (latestFirst.hasNext()) {
          Recent recent = latestFirst.next();
          if (recent.position() < from) {
            break;
          }
          if (recent.position() < to && recent.matches(criterion)) {
            found.add(recent.entry);
          }
        }
      }
    }
    return found.size() < 2
        ? found
        : found.stream().distinct().sorted(Comparator.comparingLong(Entry::position)).limit(limit).toList();
  }

  /**
   * The last matching entry of the window before a position.
   *
   * @param before not after {@link #end()}
   */
  public Optional<Entry> last(Query query, long before) {
    Recent last = null;
    for (Query.Criterion criterion : query.criteria()) {
      for (Iterator<Recent> latestFirst : latestFirst(criterion, before)) {
        Recent found = firstOf(latestFirst, criterion, before);
        if (found != null && (last == null || found.position() > last.position())) {
          last = found;
        }
      }
    }
    return Optional.ofNullable(last).map(Recent::entry);
  }

  private static @Nullable Recent firstOf(Iterator<Recent> latestFirst, Query.Criterion criterion, long before) {
    while (latestFirst.hasNext()) {
      Recent recent = latestFirst.next();
      if (recent.position() < before && recent.matches(criterion)) {
        return recent;
      }
    }
    return null;
  }

  /** Candidates for the criterion before the position, in several runs, each the latest first. */
  private List<Iterator<Recent>> latestFirst(Query.Criterion criterion, long before) {
    if (criterion.tags().isEmpty()) {
      return List.of(new Backwards(before));
    }
    Map<String, Deque<Recent>> types = byTag.get(criterion.tags().iterator().next());
    if (types == null) {
      return List.of();
    }
    List<Iterator<Recent>> runs = new ArrayList<>(types.size());
    types.forEach((type, entries) -> {
      if (criterion.types().isEmpty() || criterion.types().contains(type)) {
        runs.add(entries.descendingIterator());
      }
    });
    return runs;
  }

  private final class Backwards implements Iterator<Recent> {
    private long next;

    private Backwards(long before) {
      next = Math.min(before, end) - 1;
    }

    @Override
    public boolean hasNext() {
      return next >= start;
    }

    @Override
    public Recent next() {
      if (next < start) {
        throw new java.util.NoSuchElementException();
      }
      return at(next--);
    }
  }

  private record Recent(String commandId, Entry entry, Set<String> tags) {
    private long position() {
      return entry.position();
    }

    private boolean matches(Query.Criterion criterion) {
      return criterion.matches(entry.type(), tags);
    }
  }
}
