package org.communityledger.log;

import java.util.List;
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
   * @param command the id of the command in its header
   * @param type its type's name
   * @param time the time as written in the slot
   * @param tags its tags
   * @param decisionHash SHA-256 of its decision record
   * @param references what it refers to and does not contain
   */
  record Facts(
      String id,
      String command,
      String type,
      String time,
      Set<String> tags,
      byte[] decisionHash,
      List<Reference> references) {}

  /**
   * A reference to something kept elsewhere.
   *
   * @param pointer where in the leaf it stands, as a JSON pointer
   * @param key the id of the key it is encrypted with
   * @param hash SHA-256 of the encrypted bytes, base64url without padding
   */
  record Reference(String pointer, String key, String hash) {}
}
