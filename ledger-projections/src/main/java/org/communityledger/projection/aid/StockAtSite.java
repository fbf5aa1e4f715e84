package org.communityledger.projection.aid;

import java.util.Optional;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.When;

/**
 * A lot at a site, in the lot's unit.
 *
 * @param site the site
 * @param received how much was received here from outside
 * @param arrived how much came from other sites
 * @param sent how much was sent to other sites
 * @param inTransit how much is on its way here
 * @param shortfall how much was sent here and did not come
 * @param given how much was given out and not taken back
 * @param notReturned how much was given out in deliveries that were reversed, and did not come back
 * @param writtenOff how much was written off
 * @param count what was found when it was last counted
 */
public record StockAtSite(
    SiteId site,
    long received,
    long arrived,
    long sent,
    long inTransit,
    long shortfall,
    long given,
    long notReturned,
    long writtenOff,
    Optional<Count> count) {
  /**
   * A count.
   *
   * @param counted how much was found
   * @param difference how much more that was than there should have been; negative if it was less
   * @param when when it was counted, no more exact than stated
   */
  public record Count(long counted, long difference, When when) {}

  static StockAtSite none(SiteId site) {
    return new StockAtSite(site, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty());
  }

  /** What is left here by the record; negative only where a correction took away what had been given out. */
  public long balance() {
    return received + arrived - sent - given - notReturned - writtenOff;
  }

  StockAtSite receiving(long quantity) {
    return new StockAtSite(site, received + quantity, arrived, sent, inTransit, shortfall, given, notReturned,
        writtenOff, count);
  }

  StockAtSite sending(long quantity) {
    return new StockAtSite(site, received, arrived, sent + quantity, inTransit, shortfall, given, notReturned,
        writtenOff, count);
  }

  StockAtSite expecting(long quantity) {
    return new StockAtSite(site, received, arrived, sent, inTransit + quantity, shortfall, given, notReturned,
        writtenOff, count);
  }

  StockAtSite accepting(long quantity, long missing) {
    return new StockAtSite(site, received, arrived + quantity, sent, inTransit - quantity - missing,
        shortfall + missing, given, notReturned, writtenOff, count);
  }

  StockAtSite giving(long quantity) {
    return new StockAtSite(site, received, arrived, sent, inTransit, shortfall, given + quantity, notReturned,
        writtenOff, count);
  }

  StockAtSite takingBack(long returned, long missing) {
    return new StockAtSite(site, received, arrived, sent, inTransit, shortfall, given - returned - missing,
        notReturned + missing, writtenOff, count);
  }

  StockAtSite writingOff(long quantity) {
    return new StockAtSite(site, received, arrived, sent, inTransit, shortfall, given, notReturned,
        writtenOff + quantity, count);
  }

  StockAtSite counted(Count now) {
    return new StockAtSite(site, received, arrived, sent, inTransit, shortfall, given, notReturned, writtenOff,
        Optional.of(now));
  }
}
