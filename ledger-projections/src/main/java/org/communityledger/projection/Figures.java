package org.communityledger.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.communityledger.kernel.Unit;

/**
 * The figures to which the rows of a view add up. Where a row is not sure, it adds the hull of what it may add. Immutable and
 * safe for many threads.
 */
public final class Figures {
  private final Map<FigureKey, FigureSum> sure = new HashMap<>();
  private final List<List<Map<FigureKey, FigureSum>>> unsure = new ArrayList<>();
  private final Map<FigureKey, FigureSum> all = new HashMap<>();

  private Figures() {}

  /**
   * Sums up what the rows of a fold reply, in each of their worlds.
   *
   * @throws FigureMismatch if rows contribute to one figure what cannot be summed
   * @throws ReplayException if there are too many worlds, or no reply to be had
   */
  static <K, R> Figures of(Fold<K, R> fold, long size, BiFunction<K, R, Reply> question) {
    fold.worlds().forEach((key, worlds) -> requireFew(fold.projection(), key, worlds, size));
    Figures figures = new Figures();
    Replies<K, R> replies = new Replies<>(fold.projection(), size, question);
    fold.rows().forEach((key, row) -> {
      if (!fold.worlds().containsKey(key)) {
        figures.add(replies.of(key, row));
      }
    });
    fold.worlds().forEach((key, worlds) -> figures.addUnsure(worlds.rows().stream().flatMap(row -> row
        .map(it -> replies.of(key, it).possible()).orElse(List.of(List.of())).stream()).map(Reply::sums).toList()));
    return figures;
  }

  /**
   * Sums up what rows reply that are all sure.
   *
   * @throws FigureMismatch if rows contribute to one figure what cannot be summed
   * @throws ReplayException if there is no reply to be had
   */
  static <K, R> Figures of(View<K, R> view, Stream<Map.Entry<K, R>> rows, BiFunction<K, R, Reply> question) {
    Figures figures = new Figures();
    Replies<K, R> replies = new Replies<>(view.projection(), view.size(), question);
    rows.forEach(it -> figures.add(replies.of(it.getKey(), it.getValue())));
    return figures;
  }

  private void add(Reply reply) {
    if (reply.isSure()) {
      reply.possible().getFirst().forEach(it -> {
        add(sure, it.key(), FigureSum.of(it));
        add(all, it.key(), FigureSum.of(it));
      });
    } else {
      addUnsure(reply.possible().stream().map(Reply::sums).toList());
    }
  }

  private static void requireFew(Projection<?, ?> projection, Object key, Worlds<?> worlds, long size) {
    if (worlds.areCountless()) {
      throw new ReplayException(size, "More than " + Worlds.MOST + " events of row " + key + " of " + projection.name()
          + " may or may not have happened by that day, too many to say what its figures can be; choose another day, or"
          + " narrower keys");
    }
  }

  private static void add(Map<FigureKey, FigureSum> sums, FigureKey key, FigureSum more) {
    sums.merge(key, more, FigureSum::plus);
  }

  private void addUnsure(List<Map<FigureKey, FigureSum>> worlds) {
    unsure.add(worlds);
    worlds.stream().flatMap(it -> it.keySet().stream()).distinct()
        .forEach(key -> hull(worlds, key::equals).ifPresent(it -> add(all, key, it)));
  }

  /** What a row contributes to the figures meant, as an interval over its worlds. */
  private static Optional<FigureSum> hull(List<Map<FigureKey, FigureSum>> worlds, Predicate<FigureKey> meant) {
    List<Optional<Figure>> figures = worlds.stream().map(it -> total(it, meant).map(FigureSum::figure)).toList();
    return figures.stream().flatMap(Optional::stream).findFirst().map(Figure::none).flatMap(
        none -> figures.stream().map(it -> it.orElse(none)).reduce(Figure::hull)).map(FigureSum::of);
  }

  private static Optional<FigureSum> total(Map<FigureKey, FigureSum> sums, Predicate<FigureKey> meant) {
    return sums.entrySet().stream().filter(it -> meant.test(it.getKey())).map(Map.Entry::getValue)
        .reduce(FigureSum::plus);
  }

  /** The figure; empty if no row contributes to it, which is not the same as a figure of exactly 0. */
  public Optional<Figure> figure(FigureKey key) {
    return Optional.ofNullable(all.get(key)).map(FigureSum::figure);
  }

  /** The figures meant by the pattern, sorted by their keys. */
  public SortedMap<FigureKey, Figure> figures(FigurePattern pattern) {
    SortedMap<FigureKey, Figure> found = new TreeMap<>();
    all.forEach((key, sum) -> {
      if (pattern.matches(key)) {
        found.put(key, sum.figure());
      }
    });
    return found;
  }

  /**
   * The sum of all that rows contribute to the figures meant; empty if there is nothing to sum. Row by row: one that counts
   * under this figure or that one, nobody knows which, surely counts in their sum.
   *
   * @throws FigureMismatch if these figures cannot be summed
   */
  public Optional<Figure> sum(FigurePattern pattern) {
    return Stream.concat(total(sure, pattern::matches).stream(),
        unsure.stream().flatMap(it -> hull(it, pattern::matches).stream()))
        .reduce(FigureSum::plus).map(FigureSum::figure);
  }

  /** Asks for replies, and names the rows that do not agree on what they count. */
  private static final class Replies<K, R> {
    private final Projection<K, R> projection;
    private final long size;
    private final BiFunction<K, R, Reply> question;
    private final Map<FigureKey, Kind<K>> kinds = new HashMap<>();

    private Replies(Projection<K, R> projection, long size, BiFunction<K, R, Reply> question) {
      this.projection = projection;
      this.size = size;
      this.question = question;
    }

    private Reply of(K key, R row) {
      Reply reply;
      try {
        reply = question.apply(key, row);
      } catch (RuntimeException failure) {
        throw new ReplayException(size, projection.name() + " v" + projection.version()
            + " cannot tell the figures of row " + key + ": " + failure.getMessage(), failure);
      }
      reply.possible().forEach(contributions -> contributions
          .forEach(it -> requireAlike(it.key(), Kind.of(key, FigureSum.of(it)))));
      return reply;
    }

    private void requireAlike(FigureKey figure, Kind<K> kind) {
      Kind<K> first = kinds.putIfAbsent(figure, kind);
      if (first != null && !first.isLike(kind)) {
        throw new FigureMismatch(figure + " of " + projection.name() + ": row " + first.key() + " contributes "
            + first.words() + ", row " + kind.key() + " contributes " + kind.words()
            + "; give one of them another key");
      }
    }
  }

  /** What a row counts. */
  private record Kind<K>(K key, Unit unit, Optional<Unit> wholeUnit, Optional<String> wholeMeans) {
    private static <K> Kind<K> of(K key, FigureSum sum) {
      return new Kind<>(key, sum.amount().unit(), sum.whole().map(it -> it.amount().unit()),
          sum.whole().map(FigureSum.Whole::means));
    }

    private boolean isLike(Kind<K> other) {
      return unit.equals(other.unit) && wholeUnit.equals(other.wholeUnit) && wholeMeans.equals(other.wholeMeans);
    }

    private String words() {
      return unit + wholeUnit.map(it -> " out of " + it + " (" + wholeMeans.orElseThrow() + ")").orElse("");
    }
  }
}
