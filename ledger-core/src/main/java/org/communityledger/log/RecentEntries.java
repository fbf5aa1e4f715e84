package org.communityledger.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The latest entries by tag, so that most append conditions are judged without asking the database. Not thread-safe;
 * belongs to the writer of a log.
 */
public final class RecentEntries {
  private final int capacity;
  private final Deque<Recent> window = new ArrayDeque<>();
  private final Map<String, Deque<Recent>> byTag = new HashMap<>();
  private long start;

  /**
   * An empty window.
   *
   * @param capacity the most entries kept
   * @param start the position of the first entry to be added
   */
  public RecentEntries(int capacity, long start) {
    this.capacity = capacity;
    this.start = start;
  }

  /** The first position the window covers; a condition that looks further back needs the database too. */
  public long start() {
    return start;
  }

  /** Forgets everything; the window then begins at the position. */
  public void restart(long position) {
    window.clear();
    byTag.clear();
    start = position;
  }

  /** Adds the next entry. */
  public void add(long position, String type, Set<String> tags) {
    Recent recent = new Recent(position, type, tags);
    window.addLast(recent);
    tags.forEach(it -> byTag.computeIfAbsent(it, tag -> new ArrayDeque<>(2)).addLast(recent));
    while (window.size() > capacity) {
      forgetOldest();
    }
  }

  private void forgetOldest() {
    Recent oldest = window.removeFirst();
    start = oldest.position + 1;
    for (String tag : oldest.tags) {
      byTag.computeIfPresent(tag, (key, entries) -> {
        entries.removeFirst();
        return entries.isEmpty() ? null : entries;
      });
    }
  }

  /** The position of an entry in the window, at the given position or after it, that matches the query. */
  public OptionalLong matching(Query query, long from) {
    for (Query.Criterion criterion : query.criteria()) {
      Iterator<Recent> latestFirst = candidates(criterion).descendingIterator();
      while (latestFirst.hasNext()) {
        Recent recent = latestFirst.next();
        if (recent.position < from) {
          break;
        }
        if (criterion.matches(recent.type, recent.tags)) {
          return OptionalLong.of(recent.position);
        }
      }
    }
    return OptionalLong.empty();
  }

  private Deque<Recent> candidates(Query.Criterion criterion) {
    if (criterion.tags().isEmpty()) {
      return window;
    }
    Deque<Recent> entries = byTag.get(criterion.tags().iterator().next());
    return entries == null ? new ArrayDeque<>(0) : entries;
  }

  private record Recent(long position, String type, Set<String> tags) {}
}
