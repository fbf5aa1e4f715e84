package org.communityledger.aid;

import java.util.Set;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;

/**
 * How an event changed what is left of a lot at a site. Quantities are in the lot's unit.
 *
 * @param lot the lot
 * @param site the site
 * @param change how much more; negative if less
 * @param balance how much there is after the event; negative only where a correction took away what had been given out
 */
public record StockMove(LotId lot, SiteId site, long change, long balance) {
  /** Under which all moves of the lot at the site are found. */
  public Tag tag() {
    return tag(lot, site);
  }

  /** The tags an event with this move carries: the one all moves of the lot at the site have, and the lot's. */
  public Set<Tag> tags() {
    return Set.of(tag(), lot.tag());
  }

  /** Under which all moves of a lot at a site are found. */
  static Tag tag(LotId lot, SiteId site) {
    return new Tag("stock", lot + ":" + site);
  }
}
