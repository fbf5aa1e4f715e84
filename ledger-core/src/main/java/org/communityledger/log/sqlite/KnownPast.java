package org.communityledger.log.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.log.Entry;
import org.communityledger.log.Query;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, for the criteria asked for lately, what matches them before some position: places, people and organisations
 * are read for command after command. What is durable never changes, so nothing remembered becomes wrong; it only ends at
 * a position, from which on others have to be asked. Criteria that match much are not remembered. Safe for many threads.
 */
final class KnownPast {
  /** Nothing, before anything. */
  static final Past NOTHING = new Past(0, List.of());
  /** Each criterion is looked up by itself, which pays for a few. */
  static final int MOST_CRITERIA_OF_A_QUERY = 16;

  private static final int MOST_CRITERIA = 2_000;
  private static final int MOST_ENTRIES = 16;
  private static final int LONGEST = 4_096;

  private final Map<Query.Criterion, Past> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Query.Criterion, Past> eldest) {
      return size() > MOST_CRITERIA;
    }
  };

  /** Reads what matches one criterion between two positions, up to a limit. */
  @FunctionalInterface
  interface Reading {
    List<Entry> of(Query.Criterion criterion, long from, long to, int limit);
  }

  /**
   * What matches a criterion before a position.
   *
   * @param upTo the position
   * @param entries in order
   */
  record Past(long upTo, List<Entry> entries) {}

  /**
   * What matches the criterion before a position that is not before the one given.
   *
   * @param atLeast at least up to there it has to be known
   * @param durable where to read to, if it is not
   * @return empty if too much matches to be remembered
   */
  Optional<Past> of(Query.Criterion criterion, long atLeast, long durable, Reading reading) {
    Past past = find(criterion);
    if (past != null && past.upTo >= atLeast) {
      return Optional.of(past);
    }
    List<Entry> entries = new ArrayList<>(past == null ? List.of() : past.entries);
    entries.addAll(reading.of(criterion, past == null ? 0 : past.upTo, durable, MOST_ENTRIES + 1));
    if (entries.size() > MOST_ENTRIES || entries.stream().anyMatch(it -> it.leaf().length > LONGEST)) {
      return Optional.empty();
    }
    Past more = new Past(durable, List.copyOf(entries));
    synchronized (known) {
      known.put(criterion, more);
    }
    return Optional.of(more);
  }

  private @Nullable Past find(Query.Criterion criterion) {
    synchronized (known) {
      return known.get(criterion);
    }
  }
}
