package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.History;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;

/** Everything recorded so far, found by tag and type without a store. Not thread-safe. */
final class HistoryInMemory implements History {
  private final Map<Tag, Shelf> shelves = new HashMap<>();
  private final Map<EventId, RecordedEvent> byId = new HashMap<>();

  void add(RecordedEvent event) {
    byId.put(event.id(), event);
    event.tags().forEach(tag -> shelves.computeIfAbsent(tag, it -> new Shelf()).add(event));
  }

  @Override
  public List<RecordedEvent> read(Selection selection) {
    List<RecordedEvent> found = new ArrayList<>();
    selection.criteria().forEach(it -> collect(it, found));
    if (found.size() < 2) {
      return found;
    }
    found.sort(Comparator.comparingLong(RecordedEvent::position));
    List<RecordedEvent> distinct = new ArrayList<>(found.size());
    for (RecordedEvent each : found) {
      if (distinct.isEmpty() || distinct.getLast().position() != each.position()) {
        distinct.add(each);
      }
    }
    return distinct;
  }

  private void collect(Selection.Criterion criterion, List<RecordedEvent> found) {
    Optional<Shelf> smallest = Optional.empty();
    for (Tag each : criterion.tags()) {
      Shelf shelf = shelves.get(each);
      if (shelf == null) {
        return;
      }
      smallest = smallest.filter(it -> it.size <= shelf.size).or(() -> Optional.of(shelf));
    }
    smallest.orElseThrow().collect(criterion, found);
  }

  @Override
  public Optional<RecordedEvent> find(EventId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The events with one tag; of the tags of places and organisations there are very many, of few types each. */
  private static final class Shelf {
    private final Map<Class<? extends Event>, List<RecordedEvent>> byType = new HashMap<>(2);
    private int size;

    private void add(RecordedEvent event) {
      byType.computeIfAbsent(event.event().getClass(), it -> new ArrayList<>(1)).add(event);
      size++;
    }

    private void collect(Selection.Criterion criterion, List<RecordedEvent> found) {
      byType.forEach((type, events) -> {
        if (isOneOf(criterion.types(), type)) {
          for (RecordedEvent each : events) {
            if (criterion.tags().size() == 1 || each.tags().containsAll(criterion.tags())) {
              found.add(each);
            }
          }
        }
      });
    }

    private static boolean isOneOf(Set<Class<? extends Event>> types, Class<?> type) {
      return types.isEmpty() || types.stream().anyMatch(it -> it.isAssignableFrom(type));
    }
  }
}
