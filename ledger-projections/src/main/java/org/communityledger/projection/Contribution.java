package org.communityledger.projection;

import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;

/**
 * What one row adds to a figure. The figure is the sum of what all rows contribute to it; of rates, parts and wholes are
 * summed apart.
 *
 * @param key the figure
 * @param figure what is added
 * @param mayShare whether it is a group some of whose members others may have counted too
 */
public record Contribution(FigureKey key, Figure figure, boolean mayShare) {
  public Contribution(FigureKey key, Figure figure) {
    this(key, figure, false);
  }

  public static Contribution of(FigureKey key, Tally tally) {
    return new Contribution(key, Figure.of(tally));
  }

  /**
   * Of a group in which there may be some whom other rows count: a crowd among whom may be people who are served by name
   * too. All together are at least as many as are counted apart, and at least as many as are in the largest group; they are
   * at most as many as all added up.
   */
  public static Contribution ofGroup(FigureKey key, Tally tally) {
    return new Contribution(key, Figure.of(tally), true);
  }

  /** For a row that is counted in a whole, and in its part or not: a part of exactly 1 or 0 in a whole of exactly 1. */
  public static Contribution of(FigureKey key, Ratio ratio) {
    return new Contribution(key, Figure.of(ratio));
  }
}
