package org.communityledger.projection;

import java.time.Duration;

/** Is told how far a replay has come. */
@FunctionalInterface
public interface Progress {
  /** Called now and then, on the thread that runs the replay, and once at the end of each pass. */
  void at(Standing standing);

  /**
   * How far a replay has come.
   *
   * @param done the number of entries folded
   * @param size the number of entries in all
   * @param perSecond entries folded per second since the replay began
   * @param left the time the rest takes at that rate
   */
  record Standing(long done, long size, double perSecond, Duration left) {
    /** The position of the last entry folded. */
    public long position() {
      return done - 1;
    }
  }
}
