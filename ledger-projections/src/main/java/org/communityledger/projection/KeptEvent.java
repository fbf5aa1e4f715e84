package org.communityledger.projection;

import java.util.function.Function;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Entry;

/**
 * An event for a row that keeps many of them. A replay of a whole log gives it as its leaf, a few pieces of memory instead
 * of some fifty, and reads that again whenever it is asked for the event (ADR 0021); elsewhere it is the event itself.
 *
 * <p>It is not to be written as JSON: a row that keeps such events hands out {@link #recorded}. Immutable and safe for
 * many threads.
 */
public sealed interface KeptEvent {
  /** An event kept as it is. */
  static KeptEvent of(RecordedEvent recorded) {
    return new Decoded(recorded);
  }

  /** The event. */
  RecordedEvent recorded();

  /**
   * An event kept as it is.
   *
   * @param recorded the event
   */
  record Decoded(RecordedEvent recorded) implements KeptEvent {}

  /** An event kept as its leaf, which was read once without failing. */
  final class Leaf implements KeptEvent {
    private final Entry entry;
    private final Function<Entry, RecordedEvent> decoder;

    Leaf(Entry entry, Function<Entry, RecordedEvent> decoder) {
      this.entry = entry;
      this.decoder = decoder;
    }

    @Override
    public RecordedEvent recorded() {
      return decoder.apply(entry);
    }
  }
}
