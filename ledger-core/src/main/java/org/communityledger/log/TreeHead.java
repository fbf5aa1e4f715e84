package org.communityledger.log;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Size and root hash of a tree.
 *
 * @param size the number of leaves
 * @param root RFC 6962 root, 32 bytes
 */
public record TreeHead(long size, byte[] root) {
  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHead that && size == that.size && Arrays.equals(root, that.root);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(root);
  }

  /** The root as 64 lower-case hexadecimal digits. */
  public String rootHex() {
    return HexFormat.of().formatHex(root);
  }

  @Override
  public String toString() {
    return size + " entries, root " + rootHex();
  }
}
