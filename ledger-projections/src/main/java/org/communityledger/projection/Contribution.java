package org.communityledger.projection;

import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;

/**
 * What one row adds to a figure. The figure is the sum of what all rows contribute to it; of rates, parts and wholes are
 * summed apart.
 *
 * @param key the figure
 * @param figure what is added
 */
public record Contribution(FigureKey key, Figure figure) {
  public static Contribution of(FigureKey key, Tally tally) {
    return new Contribution(key, Figure.of(tally));
  }

  /** For a row that is counted in a whole, and in its part or not: a part of exactly 1 or 0 in a whole of exactly 1. */
  public static Contribution of(FigureKey key, Ratio ratio) {
    return new Contribution(key, Figure.of(ratio));
  }
}
