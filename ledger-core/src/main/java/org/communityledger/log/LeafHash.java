package org.communityledger.log;
/** placeholder */
public final class LeafHash {
  private LeafHash() {}
  public static byte[] of(byte[] leaf) {
    return leaf;
  }
}
