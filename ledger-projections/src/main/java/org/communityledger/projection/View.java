package org.communityledger.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a projection has made of a log up to one position: its rows, and the figures they add up to. All answers of one
 * view are true for the same position.
 *
 * @param <K> what a row is found by
 * @param <R> the row
 */
public interface View<K, R> {
  /** The projection whose view this is. */
  Projection<K, R> projection();

  /** The number of entries of the log for which this is true. */
  long size();

  /** The position of the last entry for which this is true; -1 if there is none. */
  default long position() {
    return size() - 1;
  }

  /** The row of a key. */
  Optional<R> row(K key);

  /** All rows by key, unmodifiable. Holds them all in memory; for many rows use {@link #stream}. */
  Map<K, R> rows();

  /** All rows by key, one after the other. To be closed, since a stored view reads while it streams. */
  Stream<Map.Entry<K, R>> stream();

  /**
   * The rows that stand under a value of one of the projection's indexes.
   *
   * @throws IllegalArgumentException if the projection has no such index, naming those it has
   */
  List<R> where(String index, String value);

  /** The figure; empty if no row contributes to it, which is not the same as a figure of exactly 0. */
  Optional<Figure> figure(FigureKey key);

  /** The figures meant by the pattern, sorted by their keys. */
  SortedMap<FigureKey, Figure> figures(FigurePattern pattern);

  /**
   * The sum of all that rows contribute to the figures meant by the pattern; empty if there is nothing to sum. A row that
   * contributes to several of them counts several times.
   *
   * @throws FigureMismatch if these figures cannot be summed
   */
  Optional<Figure> sum(FigurePattern pattern);

  /**
   * Asks each row a question, and sums up the replies (ADR 0026). For figures that depend on more than the events: on today, a period,
   * a policy. As of a day, what may have happened by then widens them as it widens {@link #figures}.
   *
   * @param question what a row adds to which figures
   * @throws FigureMismatch if rows contribute to one figure what cannot be summed
   */
  default Figures ask(Function<? super R, Reply> question) {
    try (Stream<Map.Entry<K, R>> rows = stream()) {
      return Figures.of(this, rows, (key, row) -> question.apply(row));
    }
  }

  /**
   * SHA-256 over name and version of the projection, {@link #size} and all rows, as 64 lower-case hexadecimal digits; see
   * {@link ViewDigest}. Views of the same projection at the same position have the same digest, wherever, whenever and
   * on however many threads they were made.
   */
  String digest();
}
