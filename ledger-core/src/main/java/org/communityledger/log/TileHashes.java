package org.communityledger.log;

import java.util.ArrayList;
import java.util.List;

/** The hashes of a tree of fixed size, out of its tiles. Safe for many threads if the source of full tiles is. */
public final class TileHashes implements TreeHashes {
  private final long size;
  private final List<byte[]> partials = new ArrayList<>();
  private final FullTiles tiles;

  /** Where full tiles come from. */
  @FunctionalInterface
  public interface FullTiles {
    /**
     * The hashes of a full tile.
     *
     * @return 8,192 bytes
     */
    byte[] tile(int level, long index);
  }

  public TileHashes(GrowingTree tree, FullTiles tiles) {
    this.size = tree.size();
    this.tiles = tiles;
    for (int level = 0; level < GrowingTree.levels(size); level++) {
      partials.add(tree.partial(level));
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public byte[] hash(int height, long index) {
    if (height < 0 || height > 62 || index < 0 || index >= size >>> height) {
      throw new IllegalArgumentException(
          "A tree of " + size + " leaves has no complete subtree " + index + " of height " + height);
    }
    int level = height / 8;
    int width = 1 << (height % 8);
    long first = index * width;
    long tile = first / GrowingTree.TILE;
    boolean full = tile < size >>> (8 * (level + 1));
    byte[] hashes = full ? tiles.tile(level, tile) : partials.get(level);
    return GrowingTree.subtree(hashes, (int) (first % GrowingTree.TILE), width);
  }
}
