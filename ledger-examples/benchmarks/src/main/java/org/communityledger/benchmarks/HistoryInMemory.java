package org.communityledger.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.decide.History;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;

/**
 * Everything recorded so far, found by tag and type without a store. Deliveries are more than all else, and what was
 * delivered long ago nobody asks about in the districts made up here: they are forgotten after some months, save for the
 * running totals that the last ones carry. Not thread-safe.
 */
final class HistoryInMemory implements History {
  /** Longer than any round and any interval between deliveries. */
  private static final Duration DELIVERIES_KEPT = Duration.ofDays(240);
  private static final Set<String> OF_TOTALS = Set.of("stock", "quota");

  private final Map<Tag, Shelf> shelves = new HashMap<>();
  private final Map<EventId, RecordedEvent> byId = new HashMap<>();
  private final Deque<RecordedEvent> deliveries = new ArrayDeque<>();

  void add(RecordedEvent event) {
    byId.put(event.id(), event);
    event.tags().forEach(tag -> shelves.computeIfAbsent(tag, it -> new Shelf()).add(event));
    if (event.event() instanceof Delivered) {
      deliveries.add(event);
      forgetBefore(event.recordedAt().minus(DELIVERIES_KEPT));
    }
  }

  private void forgetBefore(Instant oldest) {
    while (deliveries.getFirst().recordedAt().isBefore(oldest)) {
      RecordedEvent forgotten = deliveries.removeFirst();
      byId.remove(forgotten.id());
      forgotten.tags().forEach(tag -> shelves.computeIfPresent(tag,
          (same, shelf) -> shelf.isEmptyWithout(forgotten, OF_TOTALS.contains(tag.key())) ? null : shelf));
    }
  }

  @Override
  public List<RecordedEvent> read(Selection selection) {
    List<RecordedEvent> found = new ArrayList<>();
    selection.criteria().forEach(criterion -> shelf(criterion).ifPresent(it -> it.collect(criterion, found)));
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

  /** The smallest on which all is that fits. */
  private Optional<Shelf> shelf(Selection.Criterion criterion) {
    Optional<Shelf> smallest = Optional.empty();
    for (Tag each : criterion.tags()) {
      Shelf shelf = shelves.get(each);
      if (shelf == null) {
        return Optional.empty();
      }
      smallest = smallest.filter(it -> it.all.size() <= shelf.all.size()).or(() -> Optional.of(shelf));
    }
    return smallest;
  }

  @Override
  public Optional<RecordedEvent> last(Selection selection) {
    return selection.criteria().stream()
        .flatMap(criterion -> shelf(criterion).stream().flatMap(it -> it.last(criterion).stream()))
        .max(Comparator.comparingLong(RecordedEvent::position));
  }

  @Override
  public Optional<RecordedEvent> find(EventId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The events with one tag. Most tags have one or two; those of places and organisations have very many, of few types. */
  private static final class Shelf {
    private static final int MANY = 32;

    private final List<RecordedEvent> all = new ArrayList<>(1);
    private Map<Class<? extends Event>, List<RecordedEvent>> byType = Map.of();

    private void add(RecordedEvent event) {
      all.add(event);
      if (!byType.isEmpty()) {
        sort(event);
      } else if (all.size() > MANY) {
        byType = new HashMap<>();
        all.forEach(this::sort);
      }
    }

    private void sort(RecordedEvent event) {
      byType.computeIfAbsent(event.event().getClass(), it -> new ArrayList<>()).add(event);
    }

    private boolean isEmptyWithout(RecordedEvent event, boolean keepsLast) {
      if (!keepsLast || all.getLast().position() != event.position()) {
        remove(event, all);
        remove(event, byType.getOrDefault(event.event().getClass(), new ArrayList<>()));
      }
      return all.isEmpty();
    }

    /** Told by its position, since to compare what events say takes long; it stands among the first. */
    private static void remove(RecordedEvent event, List<RecordedEvent> from) {
      for (int i = 0; i < from.size(); i++) {
        if (from.get(i).position() == event.position()) {
          from.remove(i);
          return;
        }
      }
    }

    private void collect(Selection.Criterion criterion, List<RecordedEvent> found) {
      fitting(criterion).forEach(it -> it.stream().filter(event -> fits(criterion, event)).forEach(found::add));
    }

    private Optional<RecordedEvent> last(Selection.Criterion criterion) {
      return fitting(criterion)
          .flatMap(it -> it.reversed().stream().filter(event -> fits(criterion, event)).limit(1))
          .max(Comparator.comparingLong(RecordedEvent::position));
    }

    private Stream<List<RecordedEvent>> fitting(Selection.Criterion criterion) {
      return byType.isEmpty()
          ? Stream.of(all)
          : byType.entrySet().stream().filter(it -> isOneOf(criterion.types(), it.getKey())).map(Map.Entry::getValue);
    }

    private static boolean fits(Selection.Criterion criterion, RecordedEvent event) {
      return isOneOf(criterion.types(), event.event().getClass())
          && (criterion.tags().size() == 1 || event.tags().containsAll(criterion.tags()));
    }

    private static boolean isOneOf(Set<Class<? extends Event>> types, Class<?> type) {
      return types.isEmpty() || types.stream().anyMatch(it -> it.isAssignableFrom(type));
    }
  }
}
