package org.communityledger.testkit;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.SortedMap;
import org.assertj.core.api.AbstractAssert;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.View;
import org.communityledger.projection.sentences.Language;
import org.communityledger.projection.sentences.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a figure; see {@link ProjectionAssert#figure}. A number is held against the bounds as stated: a figure of
 * "between 3 and 5" is at least 3 and at most 5, but neither at least 4 nor exactly 4; "about 40" is at least 40, but not
 * exactly 40. No figure at all is not a figure of 0.
 */
public final class FigureAssert extends AbstractAssert<FigureAssert, @Nullable Figure> {
  private final String name;
  private final String parts;

  private FigureAssert(@Nullable Figure actual, String name, String parts) {
    super(actual, FigureAssert.class);
    this.name = name;
    this.parts = parts;
  }

  static FigureAssert of(View<?, ?> view, FigurePattern pattern, String viewName) {
    SortedMap<FigureKey, Figure> meant = view.figures(pattern);
    Optional<FigureKey> exactly = meant.keySet().stream().filter(it -> it.toString().equals(pattern.toString()))
        .findFirst();
    Optional<Figure> figure = exactly.isPresent() ? view.figure(exactly.get()) : view.sum(pattern);
    String name = pattern + " of " + viewName;
    if (figure.isEmpty()) {
      return new FigureAssert(null, name, all(view));
    }
    return new FigureAssert(figure.get(), name, exactly.isPresent() ? "" : ", the sum of" + lines(meant));
  }

  private static String all(View<?, ?> view) {
    SortedMap<FigureKey, Figure> figures = view.figures(FigurePattern.parse("*"));
    return figures.isEmpty() ? "; there are no figures" : "; there are" + lines(figures);
  }

  private static String lines(SortedMap<FigureKey, Figure> figures) {
    return figures.entrySet().stream().map(it -> "\n  " + it.getKey() + ": " + words(it.getValue())).collect(joining());
  }

  private static String words(Figure figure) {
    return switch (figure) {
      case Figure.Count(Tally tally) -> words(tally);
      case Figure.Rate(Ratio(Tally part, Tally whole, String means)) ->
        words(part) + " out of " + words(whole) + " (" + means + ")";
    };
  }

  private static String words(Tally tally) {
    return Sentences.in(Language.ENGLISH).amount(tally);
  }

  /** Requires a quantity whose lower bound is so many or more. */
  public FigureAssert isAtLeast(long least) {
    return require(tally().lower() >= least, "at least " + least);
  }

  /** Requires a quantity with an upper bound of so many or fewer. */
  public FigureAssert isAtMost(long most) {
    return require(tally().upper().filter(it -> it <= most).isPresent(), "at most " + most);
  }

  /** Requires a quantity about which there is no doubt. */
  public FigureAssert isExactly(long number) {
    return require(tally().isExact() && tally().lower() == number, "exactly " + number);
  }

  /** Requires the quantity, with its doubt and unit. */
  public FigureAssert isEqualTo(Tally expected) {
    return require(Figure.of(expected).equals(figure()), words(expected));
  }

  /** Requires the rate, with its whole and what that means. */
  public FigureAssert isEqualTo(Ratio expected) {
    return require(Figure.of(expected).equals(figure()), words(Figure.of(expected)));
  }

  /** Requires that no row contributes to the figure. */
  public FigureAssert isAbsent() {
    if (actual != null) {
      throw failure("Expected no figure %s, but it is %s%s", name, words(actual), parts);
    }
    return this;
  }

  private FigureAssert require(boolean holds, String expected) {
    if (!holds) {
      throw failure("Expected %s to be %s, but it is %s%s", name, expected, words(figure()), parts);
    }
    return this;
  }

  private Tally tally() {
    return switch (figure()) {
      case Figure.Count(Tally tally) -> tally;
      case Figure.Rate rate -> throw failure("%s is a rate, %s; hold it against a Ratio", name, words(rate));
    };
  }

  private Figure figure() {
    if (actual == null) {
      throw failure("There is no figure %s%s", name, parts);
    }
    return actual;
  }
}
