package org.communityledger.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The rows of one key in all the worlds its inexact dates allow: in the first, only what surely had happened by the day
 * asked for; in the next also the first event that may have happened; in the one after, the first two; and so on.
 *
 * <p>Not every combination of such events is a world, since later ones rest on earlier ones (ADR 0014). Used by one thread.
 */
final class Worlds<R> {
  /** Each event is folded once for each world, so there must be an end to their number. */
  static final int MOST = 100;

  private final List<Optional<R>> rows = new ArrayList<>();
  private boolean countless;

  /**
   * Only one world.
   *
   * @param row the row in it so far
   */
  Worlds(Optional<R> row) {
    rows.add(row);
  }

  /** Something surely happened. */
  void all(UnaryOperator<Optional<R>> event) {
    rows.replaceAll(event);
  }

  /** Something may have happened. */
  void fork(UnaryOperator<Optional<R>> event) {
    if (countless || rows.size() > MOST) {
      countless = true;
    } else {
      rows.add(event.apply(rows.getLast()));
    }
  }

  /** The row that holds only what is sure. */
  Optional<R> sure() {
    return rows.getFirst();
  }

  List<Optional<R>> rows() {
    return rows;
  }

  /** Whether there are more worlds than were followed. */
  boolean areCountless() {
    return countless;
  }
}
