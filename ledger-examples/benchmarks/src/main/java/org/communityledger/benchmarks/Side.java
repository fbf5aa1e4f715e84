package org.communityledger.benchmarks;

/** What is measured in turn with others. Asked by one thread at a time. */
@FunctionalInterface
interface Side {
  /** Does a fixed amount of work and says how much of it was done in a second. */
  double perSecond() throws Exception;
}
