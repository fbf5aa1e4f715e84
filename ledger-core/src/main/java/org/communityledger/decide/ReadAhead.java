package org.communityledger.decide;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;

/**
 * A history of which some selections were read at once: one question to the store instead of several. Used by one
 * thread.
 *
 * @param history the history, for everything else
 * @param selections the selections that were read
 * @param events the events of all of them, in order
 */
record ReadAhead(History history, List<Selection> selections, List<RecordedEvent> events) implements History {
  static ReadAhead of(History history, List<Selection> selections) {
    Selection all = selections.stream().reduce(Selection::or).orElseThrow();
    return new ReadAhead(history, List.copyOf(selections), history.read(all));
  }

  @Override
  public List<RecordedEvent> read(Selection selection) {
    return selections.contains(selection)
        ? events.stream().filter(selection::matches).toList()
        : history.read(selection);
  }

  @Override
  public Optional<RecordedEvent> last(Selection selection) {
    return history.last(selection);
  }

  @Override
  public Optional<RecordedEvent> find(EventId id) {
    return history.find(id);
  }
}
