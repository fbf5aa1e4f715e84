package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.TreeHead;

/**
 * The events that were taken back before they were recorded. No rule allows that, but the bulk door asks no rule, and a
 * replay, which knows all retractions beforehand, strikes such events out. For one thread.
 */
final class EarlyRetractions {
  /** How many entries are looked through at once. */
  private static final long RANGE = 65_536;

  private static final TreeHead NOTHING = new TreeHead(0, MerkleHash.empty());

  private final Session writer;
  private final Set<String> events = new HashSet<>();
  private final List<String> found = new ArrayList<>();

  EarlyRetractions(Session writer) {
    this.writer = writer;
    events.addAll(writer.query("SELECT event FROM early_retraction", row -> row.getString(1)));
  }

  boolean contains(EventId event) {
    return events.contains(event.value());
  }

  /** The event taken back; if it is not recorded yet, that is remembered. */
  Optional<RecordedEvent> takenBack(RecordedEvent recorded, LedgerEntries entries) {
    if (!(recorded.event() instanceof Retraction retraction)) {
      return Optional.empty();
    }
    Optional<RecordedEvent> earlier = entries.find(retraction.retracted(), recorded.position());
    if (earlier.isEmpty() && events.add(retraction.retracted().value())) {
      found.add(retraction.retracted().value());
    }
    return earlier;
  }

  /** Looks through all retractions recorded since the last time, and stores what was remembered. */
  void search(LedgerEntries entries) {
    long end = entries.size();
    for (long from = searched(entries); from < end; from += RANGE) {
      TreeHead to = entries.head(Math.min(from + RANGE, end));
      entries.retractions(from, to.size()).forEach(it -> takenBack(it, entries));
      writer.transaction(() -> {
        found.forEach(it -> writer.update("INSERT OR IGNORE INTO early_retraction VALUES (?)", it));
        writer.update("UPDATE searched SET size = ?, root = ?", to.size(), to.root());
      });
      found.clear();
    }
  }

  /** How many entries of this very ledger were looked through; what is remembered of another one is forgotten. */
  private long searched(LedgerEntries entries) {
    TreeHead last = writer.first("SELECT size, root FROM searched",
        row -> new TreeHead(row.getLong(1), row.getBytes(2))).orElse(NOTHING);
    if (last.size() <= entries.size() && entries.head(last.size()).equals(last)) {
      return last.size();
    }
    writer.transaction(() -> writer.update("DELETE FROM early_retraction"));
    events.clear();
    return 0;
  }
}
