package org.communityledger.log;

import java.util.Set;

/** Reads from a leaf what the store derived from it; given to deep verification by the layer that knows the format. */
@FunctionalInterface
public interface LeafReader {
  /**
   * Reads a leaf.
   *
   * @throws RuntimeException if the bytes are not a well-formed leaf
   */
  Facts read(byte[] leaf);

  /**
   * What stands in a leaf and, derived, beside it.
   *
   * @param id the event's id, {@code <commandId>.<number>}
   * @param type its type's name
   * @param time the time as written in the slot
   * @param tags its tags
   * @param decisionHash SHA-256 of its decision record
   */
  record Facts(String id, String type, String time, Set<String> tags, byte[] decisionHash) {}
}
