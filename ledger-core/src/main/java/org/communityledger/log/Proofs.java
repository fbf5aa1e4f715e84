package org.communityledger.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Inclusion and consistency proofs: made from a tree's hashes, checked without them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162, sections 2.1.3 and 2.1.4</a>
 */
public final class Proofs {
  private Proofs() {}

  /** The root of the tree of the first {@code size} leaves. */
  public static byte[] root(long size, TreeHashes tree) {
    requireSize(size, tree);
    return size == 0 ? MerkleHash.empty() : range(tree, 0, size);
  }

  /**
   * Proof that a leaf is in the tree of the first {@code size} leaves.
   *
   * @return hashes from the leaf's sibling upwards
   * @throws IllegalArgumentException if there is no such leaf or size
   */
  public static List<byte[]> inclusion(long index, long size, TreeHashes tree) {
    requireSize(size, tree);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + index);
    }
    List<byte[]> path = new ArrayList<>();
    inclusion(index, 0, size, tree, path);
    return path;
  }

  private static void inclusion(long index, long from, long to, TreeHashes tree, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      inclusion(index, from, middle, tree, path);
      path.add(range(tree, middle, to));
    } else {
      inclusion(index, middle, to, tree, path);
      path.add(range(tree, from, middle));
    }
  }

  /**
   * Proof that the tree of the first {@code older} leaves is the beginning of that of the first {@code newer}.
   *
   * @throws IllegalArgumentException unless 0 &lt; older ≤ newer ≤ the tree's size
   */
  public static List<byte[]> consistency(long older, long newer, TreeHashes tree) {
    requireSize(newer, tree);
    if (older < 1 || older > newer) {
      throw new IllegalArgumentException("No consistency proof from " + older + " to " + newer + " leaves");
    }
    List<byte[]> proof = new ArrayList<>();
    consistency(older, 0, newer, true, tree, proof);
    return proof;
  }

  private static void consistency(long older, long from, long to, boolean known, TreeHashes tree, List<byte[]> proof) {
    if (older == to - from) {
      if (!known) {
        proof.add(range(tree, from, to));
      }
      return;
    }
    long half = split(to - from);
    if (older <= half) {
      consistency(older, from, from + half, known, tree, proof);
      proof.add(range(tree, from + half, to));
    } else {
      consistency(older - half, from + half, to, false, tree, proof);
      proof.add(range(tree, from, from + half));
    }
  }

  /** Whether the path proves that the leaf stands at the index of the tree with this head. */
  public static boolean isIncluded(long index, byte[] leafHash, List<byte[]> path, TreeHead head) {
    if (index < 0 || index >= head.size() || !areHashes(path) || leafHash.length != MerkleHash.LENGTH) {
      return false;
    }
    long node = index;
    long last = head.size() - 1;
    byte[] root = leafHash;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        root = MerkleHash.node(sibling, root);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        root = MerkleHash.node(root, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(root, head.root());
  }

  /** Whether the proof shows that the older tree is the beginning of the newer one. */
  public static boolean isConsistent(TreeHead older, TreeHead newer, List<byte[]> proof) {
    if (older.size() < 1 || older.size() > newer.size() || !areHashes(proof)) {
      return false;
    }
    if (older.size() == newer.size()) {
      return proof.isEmpty() && Arrays.equals(older.root(), newer.root());
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(older.size()) == 1) {
      path.addFirst(older.root());
    }
    if (path.isEmpty()) {
      return false;
    }
    long node = older.size() - 1;
    long last = newer.size() - 1;
    while ((node & 1) == 1) {
      node >>>= 1;
      last >>>= 1;
    }
    byte[] olderRoot = path.getFirst();
    byte[] newerRoot = path.getFirst();
    for (byte[] hash : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        olderRoot = MerkleHash.node(hash, olderRoot);
        newerRoot = MerkleHash.node(hash, newerRoot);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        newerRoot = MerkleHash.node(newerRoot, hash);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(olderRoot, older.root()) && Arrays.equals(newerRoot, newer.root());
  }

  /** Nodes hash two neighbours as one run of bytes, so a byte moved from one to the other would not be noticed. */
  private static boolean areHashes(List<byte[]> proof) {
    return proof.stream().allMatch(it -> it.length == MerkleHash.LENGTH);
  }

  private static byte[] range(TreeHashes tree, long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1 && from % width == 0) {
      return tree.hash(Long.numberOfTrailingZeros(width), from / width);
    }
    long middle = from + split(width);
    return MerkleHash.node(range(tree, from, middle), range(tree, middle, to));
  }

  /** The largest power of two below n. */
  private static long split(long n) {
    return Long.highestOneBit(n - 1);
  }

  private static void requireSize(long size, TreeHashes tree) {
    if (size < 0 || size > tree.size()) {
      throw new IllegalArgumentException("A tree of " + tree.size() + " leaves has no size " + size);
    }
  }
}
