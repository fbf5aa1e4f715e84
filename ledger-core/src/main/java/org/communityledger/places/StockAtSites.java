package org.communityledger.places;

import java.util.List;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.SiteId;

/**
 * What places need to know of stock before a site closes. Stock belongs to a later context, so places only say what they
 * ask, and whoever puts the ledger together says who answers. The answer is part of the decision: what changes it in
 * between makes the closing decide again.
 */
@FunctionalInterface
public interface StockAtSites {
  /** For a ledger in which nothing keeps stock. */
  StockAtSites NONE = site -> Reading.known(List.of());

  /** What is left at the site, lot by lot; empty if there is nothing. */
  Reading<List<Remainder>> remaining(SiteId site);

  /**
   * Stock that is left.
   *
   * @param lot the lot
   * @param since the position of the event that says so
   */
  record Remainder(Id lot, long since) {}
}
