package org.communityledger.log;

/** Read access to the hashes of a tree's complete subtrees. */
public interface TreeHashes {
  /** The number of leaves covered. */
  long size();

  /**
   * The root of a complete subtree.
   *
   * @param height 0 for a leaf hash, h for the root over 2^h leaves
   * @param index the subtree covers leaves {@code index * 2^height} up to {@code (index + 1) * 2^height - 1}, which must
   *   all be below {@link #size()}
   * @return 32 bytes
   */
  byte[] hash(int height, long index);
}
