package org.communityledger.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/**
 * Figures as they may be shown to everybody: what counts so few that somebody could be recognised is left out, and so is
 * what would give it away together with a total.
 *
 * <p>Left out is every figure that is surely below the threshold, 0 too; of a rate, if its part is, or what its whole has
 * besides. All of a whole that is no people is shown all the same: a hundred of a hundred shops; and so is a part that is
 * larger than its whole, which then is a goal and no group. Of a rate whose part counts something else than its whole, as days
 * of cases, the whole has to reach the threshold.
 *
 * <p>Figures that differ in the value of one label alone add up to one without that label, and everybody may know that
 * total, shown here or not. So if among them just one is left out, or those left out add up to less than the threshold, of
 * rates also in what their wholes have besides, the next smallest is left out as well, and if there is none, the total. The
 * same is done as long as one of the small figures can be computed from all totals together. What is left out does not say
 * why.
 *
 * <p>This looks at the figures it is given: figures that tell the same in other words, or as of yesterday, have to be given
 * together, or thought of by whoever publishes them. Immutable.
 *
 * @param cells all figures, in order
 */
public record PublicFigures(SortedMap<FigureKey, Cell> cells) {
  /** The threshold unless another is named. */
  public static final int THRESHOLD = 5;

  private static final Set<Unit> PEOPLE = Set.of(Unit.PERSON, Unit.PERSON_TIME, Unit.HOUSEHOLD, Unit.EXAM);

  public PublicFigures {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  /** A figure as everybody may see it. */
  public sealed interface Cell {
    /** It may be shown. */
    record Shown(Figure figure) implements Cell {}

    /** It may not. */
    record Suppressed() implements Cell {}
  }

  /**
   * The figures of a view that are meant by a pattern, with the threshold of {@value #THRESHOLD}. What is left out does not
   * depend on the labels of the pattern: by asking for some figures and then for others nobody learns more.
   */
  public static PublicFigures of(View<?, ?> view, FigurePattern pattern) {
    return of(view.figures(new FigurePattern(pattern.name(), Collections.emptySortedMap())), THRESHOLD).meant(pattern);
  }

  /** The figures meant by a pattern among those a view replied to a question, as {@link #of(View, FigurePattern)}. */
  public static PublicFigures of(Figures replies, FigurePattern pattern) {
    return of(replies.figures(new FigurePattern(pattern.name(), Collections.emptySortedMap())), THRESHOLD)
        .meant(pattern);
  }

  private PublicFigures meant(FigurePattern pattern) {
    SortedMap<FigureKey, Cell> meant = new TreeMap<>(cells);
    meant.keySet().removeIf(it -> !pattern.matches(it));
    return new PublicFigures(meant);
  }

  /**
   * The figures, suppressed where needed.
   *
   * @param threshold the least number that may be shown
   */
  public static PublicFigures of(Map<FigureKey, Figure> figures, int threshold) {
    Set<FigureKey> hidden = new HashSet<>();
    figures.forEach((key, figure) -> {
      if (isSmall(figure, threshold)) {
        hidden.add(key);
      }
    });
    List<Line> lines = lines(figures);
    do {
      hideByLine(lines, figures, hidden, threshold);
    } while (hideComputable(lines, figures, hidden, threshold));
    SortedMap<FigureKey, Cell> cells = new TreeMap<>();
    figures.forEach(
        (key, figure) -> cells.put(key, hidden.contains(key) ? new Cell.Suppressed() : new Cell.Shown(figure)));
    return new PublicFigures(cells);
  }

  private static void hideByLine(
      List<Line> lines,
      Map<FigureKey, Figure> figures,
      Set<FigureKey> hidden,
      int threshold) {
    boolean more = true;
    while (more) { // what one line hides may leave another with a single hidden figure
      more = false;
      for (Line line : lines) {
        Optional<FigureKey> next = line.toHide(figures, hidden, threshold);
        next.ifPresent(hidden::add);
        more |= next.isPresent();
      }
    }
  }

  /** Hides one more figure beside a small one that the totals, taken together, give away; false if none is or can be. */
  private static boolean hideComputable(
      List<Line> lines,
      Map<FigureKey, Figure> figures,
      Set<FigureKey> hidden,
      int threshold) {
    Set<FigureKey> computable = new Totals(lines.stream().map(it -> it.unknown(hidden)).toList()).computable();
    return lines.stream()
        .filter(line -> line.unknown(hidden).keySet().stream()
            .anyMatch(it -> computable.contains(it) && isSmall(Objects.requireNonNull(figures.get(it)), threshold)))
        .flatMap(line -> line.nextToHide(figures, hidden).stream())
        .min(Comparator.<FigureKey>comparingLong(it -> size(Objects.requireNonNull(figures.get(it))))
            .thenComparing(it -> it))
        .filter(hidden::add).isPresent();
  }

  private static boolean isSmall(Figure figure, int threshold) {
    return switch (figure) {
      case Figure.Count count -> isSmall(count.tally(), threshold);
      case Figure.Rate(Ratio ratio) when !ratio.part().unit().equals(ratio.whole().unit()) ->
        isSmall(ratio.whole(), threshold);
      case Figure.Rate(Ratio ratio) -> isSmall(ratio.part(), threshold) || leavesOutFew(ratio, threshold);
    };
  }

  private static boolean leavesOutFew(Ratio ratio, int threshold) {
    boolean isGoal = ratio.whole().isBelow(ratio.part());
    boolean isAllOfThings = !PEOPLE.contains(ratio.whole().unit()) && ratio.part().isExact() && ratio.whole().isExact()
        && ratio.part().lower() == ratio.whole().lower();
    return !isGoal && !isAllOfThings && isBelow(besides(ratio), threshold);
  }

  /** The most the whole can have besides the part; empty if there is no bound. */
  private static Optional<Long> besides(Ratio ratio) {
    return ratio.whole().upper().map(it -> Math.max(0, it - ratio.part().lower()));
  }

  private static boolean isBelow(Optional<Long> most, int threshold) {
    return most.filter(it -> it < threshold).isPresent();
  }

  private static boolean isSmall(Tally tally, int threshold) {
    return tally.upper().filter(it -> it < threshold).isPresent();
  }

  private static long size(Figure figure) {
    return switch (figure) {
      case Figure.Count count -> count.tally().lower();
      case Figure.Rate rate -> rate.ratio().part().lower();
    };
  }

  private static List<Line> lines(Map<FigureKey, Figure> figures) {
    Map<Direction, List<FigureKey>> parts = figures.keySet().stream()
        .flatMap(key -> key.labels().keySet().stream().map(label -> Map.entry(Direction.of(key, label), key)))
        .collect(
            Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    List<Line> lines = new ArrayList<>();
    parts.forEach((direction, keys) -> lines
        .add(new Line(keys, Optional.of(direction.total()).filter(figures::containsKey))));
    lines.sort(Comparator.comparing(it -> Collections.min(it.parts())));
    return lines;
  }

  /** What figures have in common that differ in one label: all but its value. */
  private record Direction(FigureKey total, String label) {
    static Direction of(FigureKey key, String label) {
      SortedMap<String, String> others = new TreeMap<>(key.labels());
      others.remove(label);
      return new Direction(new FigureKey(key.name(), others), label);
    }
  }

  /**
   * Figures that add up.
   *
   * @param parts what is added
   * @param total what it adds up to, if that is to be shown too
   */
  private record Line(List<FigureKey> parts, Optional<FigureKey> total) {
    Optional<FigureKey> toHide(Map<FigureKey, Figure> figures, Set<FigureKey> hidden, int threshold) {
      Collection<FigureKey> left = parts.stream().filter(hidden::contains).toList();
      List<Figure> sum = left.stream().map(it -> Objects.requireNonNull(figures.get(it))).toList();
      boolean isGivenAway = left.size() == 1 || sum.stream().mapToLong(PublicFigures::size).sum() < threshold
          || leaveOutFew(sum, threshold);
      if (left.isEmpty() || !isGivenAway || total.filter(hidden::contains).isPresent()) {
        return Optional.empty();
      }
      return nextToHide(figures, hidden);
    }

    /** Whether rates of like units, of which some leave out few, do so together. */
    private static boolean leaveOutFew(List<Figure> sum, int threshold) {
      List<Ratio> ratios = sum.stream().flatMap(it -> it instanceof Figure.Rate(Ratio ratio)
          && ratio.part().unit().equals(ratio.whole().unit()) ? Stream.of(ratio) : Stream.<Ratio>empty()).toList();
      return ratios.stream().anyMatch(it -> leavesOutFew(it, threshold))
          && ratios.stream().map(PublicFigures::besides).reduce(Optional.of(0L),
              (one, other) -> one.flatMap(it -> other.map(more -> it + more)))
              .filter(it -> it < threshold).isPresent();
    }

    Optional<FigureKey> nextToHide(Map<FigureKey, Figure> figures, Set<FigureKey> hidden) {
      Optional<FigureKey> smallest = parts.stream().filter(it -> !hidden.contains(it))
          .min(Comparator.<FigureKey>comparingLong(it -> size(Objects.requireNonNull(figures.get(it))))
              .thenComparing(it -> it));
      return Stream.of(smallest, total.filter(it -> !hidden.contains(it))).flatMap(Optional::stream).findFirst();
    }

    /** The figures left out that add up to what is known, those on the other side of the sum with a minus. */
    Map<FigureKey, Integer> unknown(Set<FigureKey> hidden) {
      Map<FigureKey, Integer> unknown = new HashMap<>();
      parts.stream().filter(hidden::contains).forEach(it -> unknown.put(it, 1));
      total.filter(hidden::contains).ifPresent(it -> unknown.put(it, -1));
      return unknown;
    }
  }
}
