package org.communityledger.decide;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;

/**
 * What a rule needs to know, as a value: which events to read and how to fold them. Events that were retracted do not
 * reach the fold; a correction reaches it in the place of the event it corrects; a retraction that is selected itself
 * comes last.
 *
 * @param <S> what the rule gets
 */
public sealed interface Reading<S> {
  /** Folds the selected events, in order, into a state. */
  static <S> Reading<S> of(Selection selection, S initial, BiFunction<S, RecordedEvent, S> evolve) {
    return new Fold<>(selection, initial, evolve);
  }

  /**
   * A running total, which each of the selected events carries as it stood after that event. Read in one step, however
   * many events there are: the one recorded last tells. Only where that is a retraction or a correction or carries none,
   * and where a replacement is decided, which sees an older history, all are read and folded. Both ways give the same
   * (ADR 0023).
   *
   * <p>Whoever records one of the events must have read this total in the same decision and carry it on from event to
   * event. Guarantees nothing where an event recorded without rules carries another total.
   *
   * @param selection events with one tag, of all types that change the total
   * @param none the total before the first of them
   * @param change the total after an event that follows upon another total; pure
   * @param carried the total an event carries; empty if it carries none, although it has the tag; pure
   */
  static <S> Reading<S> total(
      Selection selection,
      S none,
      BiFunction<S, RecordedEvent, S> change,
      Function<RecordedEvent, Optional<S>> carried) {
    return new Total<>(of(selection, none, change), selection, none, carried);
  }

  /** Knows without reading. */
  static <S> Reading<S> known(S value) {
    return new Known<>(value);
  }

  /** Looks for one event by id, retracted or not. */
  static Reading<Optional<RecordedEvent>> event(EventId id) {
    return new ById<>(id, found -> found);
  }

  /** The position of the first selected event, if there is any: whether something exists, and since when. */
  static Reading<Optional<Long>> first(Selection selection) {
    return of(selection, Optional.empty(), (found, event) -> found.isPresent() ? found : Optional.of(event.position()));
  }

  /** The same reading of each of the things, by thing; what they read in their first stage is read at once. */
  static <K, S> Reading<Map<K, S>> ofEach(Collection<K> things, Function<? super K, Reading<S>> reading) {
    return ofDistinct(things.stream().distinct().toList(), reading);
  }

  private static <K, S> Reading<Map<K, S>> ofDistinct(List<K> things, Function<? super K, Reading<S>> reading) {
    if (things.isEmpty()) {
      return known(Map.of());
    }
    if (things.size() == 1) {
      K only = things.getFirst();
      return reading.apply(only).map(it -> Map.of(only, it));
    }
    int half = things.size() / 2; // halves, so that the tree of readings is as flat as can be
    return ofDistinct(things.subList(0, half), reading).and(ofDistinct(things.subList(half, things.size()), reading),
        (one, other) -> {
          Map<K, S> both = new HashMap<>(one);
          both.putAll(other);
          return Collections.unmodifiableMap(both);
        });
  }

  /** A second stage, whose selection depends on what the first one found. */
  default <T> Reading<T> then(Function<? super S, Reading<T>> next) {
    return new Stages<>(this, next);
  }

  /** Both readings, put together. */
  default <T, R> Reading<R> and(Reading<T> other, BiFunction<? super S, ? super T, ? extends R> combine) {
    return new Both<>(this, other, combine);
  }

  /** The same reading, seen differently. */
  default <T> Reading<T> map(Function<? super S, ? extends T> view) {
    return and(known(view), (state, v) -> v.apply(state));
  }

  /** See {@link #of}. */
  record Fold<S>(Selection selection, S initial, BiFunction<S, RecordedEvent, S> evolve) implements Reading<S> {}

  /** See {@link #total}. */
  record Total<S>(Reading<S> whole, Selection selection, S none, Function<RecordedEvent, Optional<S>> carried)
      implements
        Reading<S> {}

  /** See {@link #known}. */
  record Known<S>(S value) implements Reading<S> {}

  /** See {@link #event}. */
  record ById<S>(EventId id, Function<Optional<RecordedEvent>, S> view) implements Reading<S> {}

  /** See {@link #then}. */
  record Stages<A, S>(Reading<A> first, Function<? super A, Reading<S>> next) implements Reading<S> {}

  /** See {@link #and}. */
  record Both<A, B, S>(Reading<A> one, Reading<B> other, BiFunction<? super A, ? super B, ? extends S> combine)
      implements
        Reading<S> {}
}
