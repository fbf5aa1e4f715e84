package org.communityledger.aid;

import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;

/**
 * How much a programme is to reach.
 *
 * @param amount how much, in persons or households, or in the unit of what is given
 * @param means what that amount is, in words without names: whose task it is, or of whom it counts all
 */
public record Target(Tally amount, String means) {
  public Target {
    Texts.check("means", means, 100);
  }
}
