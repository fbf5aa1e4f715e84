package org.communityledger.projection.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.codec.RowCodec;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigureMismatch;
import org.communityledger.projection.FigureSum;

/** The figures of one view: as stored, and as they will be after the transaction under way. For one thread. */
final class Sums {
  private final ViewTables tables;
  private final RowCodec codec;
  private final Map<FigureKey, Optional<FigureSum>> changed = new HashMap<>();

  Sums(ViewTables tables, RowCodec codec) {
    this.tables = tables;
    this.codec = codec;
  }

  /**
   * Puts the contributions of a row in the place of those it made before.
   *
   * @throws IllegalArgumentException if they cannot be summed with those of other rows; then nothing is changed
   */
  void swap(List<Contribution> before, List<Contribution> after) {
    changed.putAll(swapped(before, after));
  }

  /**
   * Like {@link #swap}, without changing anything.
   *
   * @throws IllegalArgumentException if they cannot be summed with those of other rows
   */
  void requireFitting(List<Contribution> before, List<Contribution> after) {
    swapped(before, after);
  }

  private Map<FigureKey, Optional<FigureSum>> swapped(List<Contribution> before, List<Contribution> after) {
    Map<FigureKey, Optional<FigureSum>> sums = new HashMap<>();
    for (Contribution each : before) {
      FigureSum sum = sum(sums, each.key())
          .orElseThrow(() -> new IllegalStateException("There is no figure " + each.key() + " to take a row out of"));
      sums.put(each.key(), Optional.of(sum.minus(FigureSum.of(each))).filter(it -> !it.isEmpty()));
    }
    for (Contribution each : after) {
      sums.put(each.key(), Optional.of(plus(sum(sums, each.key()), each)));
    }
    return sums;
  }

  private static FigureSum plus(Optional<FigureSum> sum, Contribution more) {
    try {
      return sum.map(it -> it.plus(FigureSum.of(more))).orElseGet(() -> FigureSum.of(more));
    } catch (FigureMismatch e) {
      throw new IllegalArgumentException("what it adds to " + more.key() + " does not fit what other rows add: "
          + e.getMessage() + "; give one of them another key", e);
    }
  }

  private Optional<FigureSum> sum(Map<FigureKey, Optional<FigureSum>> sums, FigureKey key) {
    Optional<FigureSum> swapped = sums.get(key);
    Optional<FigureSum> known = swapped == null ? changed.get(key) : swapped;
    return known == null
        ? tables.figure(key.toString()).map(it -> codec.read(FigureSum.class, it))
        : known;
  }

  void flush() {
    changed.forEach((key, sum) -> sum.ifPresentOrElse(
        it -> tables.putFigure(key.toString(), codec.write(FigureSum.class, it)),
        () -> tables.removeFigure(key.toString())));
    changed.clear();
  }

  /** Forgets what was not stored. */
  void clear() {
    changed.clear();
  }
}
