package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    shelf(criterion).ifPresent(it -> it.collect(criterion, found));
  }

  /** The smallest on which all is that fits. */
  private Optional<Shelf> shelf(Selection.Criterion criterion) {
    Optional<Shelf> smallest = Optional.empty();
    for (Tag each : criterion.tags()) {
      Shelf shelf = shelves.get(each);
      if (shelf == null) {
        return Optional.empty();
      }
      smallest = smallest.filter(it -> it.size <= shelf.size).or(() -> Optional.of(shelf));
    }
    return smallest;
  }

  @Override
  public Optional<RecordedEvent> last(Selection selection) {
    return selection.criteria().stream().flatMap(it -> shelf(it).stream().flatMap(shelf -> shelf.last(it).stream()))
        .max(Comparator.comparingLong(RecordedEvent::position));
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
            if (fits(criterion, each)) {
              found.add(each);
            }
          }
        }
      });
    }

    private Optional<RecordedEvent> last(Selection.Criterion criterion) {
      Optional<RecordedEvent> last = Optional.empty();
      for (Map.Entry<Class<? extends Event>, List<RecordedEvent>> each : byType.entrySet()) {
        if (isOneOf(criterion.types(), each.getKey())) {
          Optional<RecordedEvent> found = each.getValue().reversed().stream().filter(it -> fits(criterion, it)).findFirst();
          last = Stream.concat(last.stream(), found.stream()).max(Comparator.comparingLong(RecordedEvent::position));
        }
      }
      return last;
    }

    private static boolean fits(Selection.Criterion criterion, RecordedEvent event) {
      return criterion.tags().size() == 1 || event.tags().containsAll(criterion.tags());
    }

    private static boolean isOneOf(Set<Class<? extends Event>> types, Class<?> type) {
      return types.isEmpty() || types.stream().anyMatch(it -> it.isAssignableFrom(type));
    }
  }
}
