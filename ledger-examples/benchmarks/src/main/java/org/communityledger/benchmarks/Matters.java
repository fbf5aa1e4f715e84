package org.communityledger.benchmarks;

import java.util.List;
import java.util.function.Supplier;

/**
 * One part of a district's life: what it asks of the ledger before anything else goes on, and what comes up ever after.
 * Who adds a context writes one of these and names it in {@link DistrictHistory}.
 */
interface Matters {
  /** What is there from the beginning, in this order, after what the matters before have from the beginning. */
  List<Supplier<Asked>> beginnings();

  /** What is under way from the beginning, once all is there; by default nothing. */
  default List<Supplier<Course>> underWay() {
    return List.of();
  }

  /** What comes up, and how often. */
  List<Kind> kinds();

  /**
   * Matters of one kind.
   *
   * @param often how often they come up in a year among a thousand residents
   * @param matter begins one
   */
  record Kind(double often, Supplier<? extends Course> matter) {}
}
