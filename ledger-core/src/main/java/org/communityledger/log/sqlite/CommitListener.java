package org.communityledger.log.sqlite;

/** Told of every commit that stored something. */
@FunctionalInterface
public interface CommitListener {
  /**
   * A commit.
   *
   * @param entries how many entries it stored
   * @param nanos how long it took, in nanoseconds
   */
  void committed(int entries, long nanos);
}
