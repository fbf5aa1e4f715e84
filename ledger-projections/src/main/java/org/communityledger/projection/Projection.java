package org.communityledger.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;

/**
 * A view as a pure keyed fold: events in, one immutable row per key out.
 *
 * <p>Same events, same rows: no clock, no randomness, no I/O; "now" is a question asked of a row. Implementations have no
 * state of their own, so that one instance may be used in many replays at once.
 *
 * <p>Keys and rows are written as JSON, to be stored and compared: they are made of records, strings, numbers, dates,
 * code words, the values of {@link org.communityledger.kernel}, events, and optionals, lists, sets and maps of these.
 *
 * @param <K> what a row is found by, with value equality
 * @param <R> the row, an immutable record
 */
public interface Projection<K, R> {
  /** Its name, unique among the projections of one replay: {@code cases.CaseRegister}. */
  String name();

  /** Raised whenever the same events lead to other rows, figures or indexes. */
  int version();

  /** The class of the keys, as they are to be written. */
  Class<K> keyType();

  /** The class of the rows, as they are to be written. */
  Class<R> rowType();

  /** The classes of events it wants; an interface stands for all events below it. */
  Set<Class<? extends Event>> reads();

  /**
   * The keys of the rows an event touches. A key that is an {@link org.communityledger.kernel.Id} is found in the tags of
   * every event that touches it; {@link Replay#row} depends on that.
   *
   * @param recorded an event of one of the classes it {@link #reads}
   */
  Set<K> keys(RecordedEvent recorded);

  /**
   * The row after something happened. Never fails: what happened, happened. A row that keeps events in memory keeps
   * {@link Happening#kept}.
   *
   * @param key one of {@link #keys}
   * @param row the row so far; empty if there is none
   * @return the new row; empty if there is none
   */
  Optional<R> apply(K key, Optional<R> row, Happening happening);

  /** What the row adds to figures; by default nothing. All rows that add to one figure count it in the same unit. */
  default List<Contribution> figures(K key, R row) {
    return List.of();
  }

  /**
   * By what else rows can be found: for each name of an index the values under which a row stands; by default nothing.
   */
  default Map<String, Function<R, Collection<String>>> indexes() {
    return Map.of();
  }

  /**
   * Whether it is told of retracted events too, marked as struck out. Histories show them; registers and figures, the
   * usual case, ignore them.
   */
  default boolean showsStruckOut() {
    return false;
  }

  /**
   * The permission it takes to see its rows and figures, as the access policy calls it: {@code aid.ByRecipient}; by default
   * none. A restricted projection is kept and rebuilt like any other, and seen through {@link Views#as},
   * {@link Replay#as} or {@link org.communityledger.projection.live.Live#as}.
   */
  default Optional<String> restrictedTo() {
    return Optional.empty();
  }
}
