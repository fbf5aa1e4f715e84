package org.communityledger.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An RFC 6962 tree that grows leaf by leaf: keeps the roots of its complete subtrees (the frontier, 63 hashes at most)
 * and, per level of tiles, the hashes not yet filling a tile. Not thread-safe; {@link #copy} is cheap.
 */
public final class GrowingTree {
  /** The number of hashes in a full tile. */
  public static final int TILE = 256;

  /** The height of the subtree over a full tile. */
  private static final int TILE_HEIGHT = 8;

  private long size;
  private final List<byte[]> frontier = new ArrayList<>();
  private final List<PartialTile> partials = new ArrayList<>();

  /** Takes a tile once it is full. */
  @FunctionalInterface
  public interface TileSink {
    /**
     * Takes a tile.
     *
     * @param level 0 for leaf hashes, l + 1 for the roots of full tiles of level l
     * @param index the tile's number within its level
     * @param hashes 256 hashes, 8,192 bytes
     */
    void full(int level, long index, byte[] hashes);
  }

  /** Adds a leaf by its hash. */
  public void add(byte[] leafHash, TileSink sink) {
    long before = size;
    size++;
    addToTile(0, leafHash, sink);
    byte[] root = leafHash;
    int height = 0;
    for (long i = before; (i & 1) == 1; i >>>= 1) {
      root = MerkleHash.node(frontier.removeLast(), root);
      height++;
      if (height % TILE_HEIGHT == 0) {
        addToTile(height / TILE_HEIGHT, root, sink); // the root of the tile that the level below just filled
      }
    }
    frontier.add(root);
  }

  private void addToTile(int level, byte[] hash, TileSink sink) {
    if (level == partials.size()) {
      partials.add(new PartialTile());
    }
    PartialTile partial = partials.get(level);
    partial.add(hash);
    if (partial.width == TILE) {
      partials.set(level, new PartialTile());
      sink.full(level, (size >>> (TILE_HEIGHT * (level + 1))) - 1, partial.hashes);
    }
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /** Size and root. */
  public TreeHead head() {
    return new TreeHead(size, root(frontier));
  }

  /** The roots of the complete subtrees, the largest first, one after the other. */
  public byte[] frontier() {
    byte[] all = new byte[frontier.size() * MerkleHash.LENGTH];
    for (int i = 0; i < frontier.size(); i++) {
      System.arraycopy(frontier.get(i), 0, all, i * MerkleHash.LENGTH, MerkleHash.LENGTH);
    }
    return all;
  }

  /** The hashes at a level that do not fill a tile yet. */
  public byte[] partial(int level) {
    return level < partials.size() ? partials.get(level).bytes() : new byte[0];
  }

  /** The same tree, to grow independently. */
  public GrowingTree copy() {
    GrowingTree copy = new GrowingTree();
    copy.size = size;
    copy.frontier.addAll(frontier);
    partials.forEach(it -> copy.partials.add(it.copy()));
    return copy;
  }

  /**
   * The tree of a size, from what does not fill a tile at each level.
   *
   * @param size the number of leaves
   * @param partials per level from 0: the hashes after the last full tile, 32 bytes each
   * @throws IllegalArgumentException if a level has another number of hashes than the size demands
   */
  public static GrowingTree of(long size, List<byte[]> partials) {
    GrowingTree tree = new GrowingTree();
    tree.size = size;
    for (int level = 0; level < levels(size); level++) {
      byte[] hashes = level < partials.size() ? partials.get(level) : new byte[0];
      if (hashes.length != partialWidth(size, level) * MerkleHash.LENGTH) {
        throw new IllegalArgumentException("Level " + level + " of a tree of " + size + " leaves has "
            + partialWidth(size, level) + " hashes after its last full tile, not " + hashes.length / MerkleHash.LENGTH);
      }
      PartialTile partial = new PartialTile();
      partial.addAll(hashes);
      tree.partials.add(partial);
    }
    for (int level = tree.partials.size() - 1; level >= 0; level--) {
      tree.frontier.addAll(tree.partials.get(level).completeSubtrees());
    }
    return tree;
  }

  /** The number of levels of tiles, partial ones included, of a tree of the size. */
  public static int levels(long size) {
    int levels = 0;
    for (long width = size; width > 0; width >>>= 8) {
      levels++;
    }
    return levels;
  }

  /** The number of hashes at the level after its last full tile, 0 to 255. */
  public static int partialWidth(long size, int level) {
    return (int) ((size >>> (8 * level)) & (TILE - 1));
  }

  /** The root over a frontier. */
  public static byte[] root(List<byte[]> frontier) {
    if (frontier.isEmpty()) {
      return MerkleHash.empty();
    }
    byte[] root = frontier.getLast();
    for (int i = frontier.size() - 2; i >= 0; i--) {
      root = MerkleHash.node(frontier.get(i), root);
    }
    return root;
  }

  /** The root over a frontier, as {@link #frontier()} gives it. */
  public static byte[] root(byte[] frontier) {
    List<byte[]> hashes = new ArrayList<>();
    for (int at = 0; at + MerkleHash.LENGTH <= frontier.length; at += MerkleHash.LENGTH) {
      hashes.add(Arrays.copyOfRange(frontier, at, at + MerkleHash.LENGTH));
    }
    return root(hashes);
  }

  /** The root over the 256 hashes of a full tile. */
  public static byte[] tileRoot(byte[] hashes) {
    return subtree(hashes, 0, TILE);
  }

  /** The root over {@code width} hashes of a tile, a power of two, beginning with the given one. */
  static byte[] subtree(byte[] hashes, int first, int width) {
    if (width == 1) {
      return Arrays.copyOfRange(hashes, first * MerkleHash.LENGTH, (first + 1) * MerkleHash.LENGTH);
    }
    int half = width / 2;
    return MerkleHash.node(subtree(hashes, first, half), subtree(hashes, first + half, half));
  }

  private static final class PartialTile {
    private byte[] hashes = new byte[4 * MerkleHash.LENGTH];
    private int width;

    private void add(byte[] hash) {
      ensureRoomFor(width + 1);
      System.arraycopy(hash, 0, hashes, width * MerkleHash.LENGTH, MerkleHash.LENGTH);
      width++;
    }

    private void addAll(byte[] several) {
      ensureRoomFor(several.length / MerkleHash.LENGTH);
      System.arraycopy(several, 0, hashes, 0, several.length);
      width = several.length / MerkleHash.LENGTH;
    }

    private void ensureRoomFor(int wanted) {
      if (wanted * MerkleHash.LENGTH > hashes.length) {
        int doubled = Math.max(hashes.length * 2, wanted * MerkleHash.LENGTH);
        hashes = Arrays.copyOf(hashes, Math.min(doubled, TILE * MerkleHash.LENGTH));
      }
    }

    private List<byte[]> completeSubtrees() {
      List<byte[]> roots = new ArrayList<>();
      int at = 0;
      for (int bit = TILE / 2; bit > 0; bit /= 2) {
        if ((width & bit) != 0) {
          roots.add(subtree(hashes, at, bit));
          at += bit;
        }
      }
      return roots;
    }

    private byte[] bytes() {
      return Arrays.copyOf(hashes, width * MerkleHash.LENGTH);
    }

    private PartialTile copy() {
      PartialTile copy = new PartialTile();
      copy.hashes = hashes.clone();
      copy.width = width;
      return copy;
    }
  }
}
