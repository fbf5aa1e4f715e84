package org.communityledger.aid;

import java.util.Optional;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;

/**
 * How much of what.
 *
 * @param item the item or the service, a code word
 * @param quantity how much of it, in its own unit; exact if it comes out of a lot
 * @param lot the lot it comes out of, where stock is kept
 */
public record AidLine(String item, Tally quantity, Optional<LotId> lot) {
  public AidLine {
    Texts.code("item", item);
    if (lot.isPresent() && !quantity.isExact()) {
      throw new IllegalArgumentException("What comes out of a lot is an exact quantity, not " + quantity);
    }
  }

  /** An item or a service of which no stock is kept. */
  public static AidLine of(String item, Tally quantity) {
    return new AidLine(item, quantity, Optional.empty());
  }

  /** An item out of a lot. */
  public static AidLine of(String item, Tally quantity, LotId lot) {
    return new AidLine(item, quantity, Optional.of(lot));
  }
}
