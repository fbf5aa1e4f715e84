package org.communityledger.aid;

import org.communityledger.kernel.LotId;

/**
 * So much of a lot.
 *
 * @param lot the lot
 * @param quantity how much, in the lot's unit, 1 or more
 */
public record LotQuantity(LotId lot, long quantity) {
  public LotQuantity {
    if (quantity < 1) {
      throw new IllegalArgumentException("A quantity of a lot is 1 or more, not " + quantity);
    }
  }
}
