package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;

/**
 * The events that were taken back before they were recorded. No rule allows that, but the bulk door asks no rule, and a
 * replay, which knows all retractions beforehand, strikes such events out. For one thread.
 */
final class EarlyRetractions {
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

  /** Looks through all retractions recorded since the last time. */
  void search(LedgerEntries entries) {
    long from = writer.number("SELECT size FROM searched");
    long to = entries.size();
    entries.retractions(from, to).forEach(it -> takenBack(it, entries));
    writer.transaction(() -> {
      flush();
      writer.update("UPDATE searched SET size = ?", to);
    });
  }

  /** Stores what was remembered. */
  void flush() {
    found.forEach(it -> writer.update("INSERT OR IGNORE INTO early_retraction VALUES (?)", it));
    found.clear();
  }
}
