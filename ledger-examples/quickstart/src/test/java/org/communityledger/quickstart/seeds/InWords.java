package org.communityledger.quickstart.seeds;

import java.util.Optional;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.projection.Figure;
import org.communityledger.records.Claim;

/** Figures as {@code figures.json} writes them: {@code 9 ITEM}, {@code at least 400 METRE}, {@code 1 of 107 SHOP}. */
final class InWords {
  private InWords() {}

  static String of(Optional<Figure> figure) {
    return figure.map(InWords::of).orElse("none");
  }

  static String of(Figure figure) {
    return switch (figure) {
      case Figure.Count(Tally tally) -> number(tally) + " " + tally.unit();
      case Figure.Rate(Ratio ratio) -> of(ratio);
    };
  }

  static String of(Claim claim) {
    return claim.amount().map(it -> of(Figure.of(it)))
        .or(() -> claim.ratio().map(InWords::of))
        .or(claim::statement).orElseThrow();
  }

  private static String of(Ratio ratio) {
    String percentage = ratio.percentage().map(it -> ", " + it.toPlainString() + " %").orElse("");
    return number(ratio.part()) + " of " + number(ratio.whole()) + " " + ratio.whole().unit() + percentage;
  }

  private static String number(Tally tally) {
    if (tally.isExact()) {
      return Long.toString(tally.lower());
    }
    return (tally.approximate() ? "about " : "")
        + tally.upper().map(it -> tally.lower() + " to " + it).orElse("at least " + tally.lower());
  }
}
