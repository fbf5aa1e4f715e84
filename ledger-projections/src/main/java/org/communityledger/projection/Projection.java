package org.communityledger.projection;

import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Event;

/**
 * A view as a pure keyed fold: events in, one immutable row per key out.
 *
 * <p>Same events, same rows: no clock, no randomness, no I/O; "now" is a question asked of a row. Implementations have no
 * state of their own, so that one instance may be used in many replays at once.
 *
 * @param <K> what a row is found by, with value equality
 * @param <R> the row, an immutable record
 */
public interface Projection<K, R> {
  /** Its name, unique among the projections of one replay: {@code cases.CaseRegister}. */
  String name();

  /** Raised whenever the same events lead to other rows. */
  int version();

  /** The classes of events it wants; an interface stands for all events below it. */
  Set<Class<? extends Event>> reads();

  /**
   * The keys of the rows an event touches. A key that is an {@link org.communityledger.kernel.Id} is found in the tags of
   * every event that touches it; {@link Replay#row} depends on that.
   */
  Set<K> keys(Event event);

  /**
   * The row after something happened. Never fails: what happened, happened.
   *
   * @param key one of {@link #keys}
   * @param row the row so far; empty if there is none
   * @return the new row; empty if there is none
   */
  Optional<R> apply(K key, Optional<R> row, Happening happening);

  /**
   * Whether it is told of retracted events too, marked as struck out. Histories show them; registers and figures, the
   * usual case, ignore them.
   */
  default boolean showsStruckOut() {
    return false;
  }
}
