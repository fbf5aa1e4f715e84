package org.communityledger.log;

import java.util.Set;

/**
 * An entry to be appended: a complete line but for its time, which the log writes into the slot under its lock.
 *
 * @param type the name by which queries find it
 * @param tags the tags by which queries find it
 * @param line the leaf's bytes, 65,535 at most; handed over, not to be used by the caller afterwards
 * @param timeSlot index in {@code line} of 27 bytes that the log overwrites with {@code 2026-11-23T09:00:00.000000Z}
 */
public record Draft(String type, Set<String> tags, byte[] line, int timeSlot) {
  /** The most bytes a leaf can have: bundles store its length in 16 bits. */
  public static final int MAX_LEAF = 65_535;

  /** The length of the time slot. */
  public static final int TIME_LENGTH = 27;

  public Draft {
    tags = Set.copyOf(tags);
    if (line.length > MAX_LEAF) {
      throw new IllegalArgumentException("A leaf has at most " + MAX_LEAF + " bytes, not " + line.length);
    }
    if (timeSlot < 0 || timeSlot + TIME_LENGTH > line.length) {
      throw new IllegalArgumentException("No time slot at " + timeSlot + " of " + line.length + " bytes");
    }
  }
}
