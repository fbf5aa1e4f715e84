package org.communityledger.projection;

/** Is told how far a replay has come. */
@FunctionalInterface
public interface Progress {
  /**
   * Called now and then, on the thread that runs the replay, and once at the end of each pass.
   *
   * @param done the number of entries folded
   * @param size the number of entries in all
   */
  void at(long done, long size);
}
