package org.communityledger.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A growing tree over the leaves of the shared vectors, with its tiles kept in memory. */
final class MadeTree {
  final GrowingTree tree = new GrowingTree();
  final List<byte[]> leafHashes = new ArrayList<>();
  final Map<String, byte[]> tiles = new HashMap<>();

  static byte[] leaf(long index) {
    return ("{\"seq\":" + index + ",\"type\":\"T\",\"body\":\"leaf-" + index + "\"}")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static MadeTree of(int size) {
    MadeTree made = new MadeTree();
    made.growTo(size);
    return made;
  }

  void growTo(int size) {
    for (long i = tree.size(); i < size; i++) {
      byte[] hash = MerkleHash.leaf(leaf(i));
      leafHashes.add(hash);
      tree.add(hash, (level, index, hashes) -> tiles.put(level + "/" + index, hashes.clone()));
    }
  }

  TreeHashes hashes() {
    return hashes(tree);
  }

  TreeHashes hashes(GrowingTree of) {
    return new TileHashes(of, (level, index) -> {
      byte[] tile = tiles.get(level + "/" + index);
      if (tile == null) {
        throw new IllegalStateException("asked for tile " + level + "/" + index + ", which is not full");
      }
      return tile;
    });
  }

  /** The root as RFC 6962 defines it, by plain recursion over the leaf hashes. */
  byte[] naiveRoot(int from, int to) {
    if (from == to) {
      return HexFormat.of().parseHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
    if (to - from == 1) {
      return leafHashes.get(from);
    }
    int k = 1;
    while (k * 2 < to - from) {
      k *= 2;
    }
    byte[] left = naiveRoot(from, from + k);
    byte[] right = naiveRoot(from + k, to);
    byte[] node = new byte[65];
    node[0] = 1;
    System.arraycopy(left, 0, node, 1, 32);
    System.arraycopy(right, 0, node, 33, 32);
    return MerkleHash.plain(node);
  }

  static byte[] flipped(byte[] hash) {
    byte[] other = Arrays.copyOf(hash, hash.length);
    other[hash.length / 2] ^= 1;
    return other;
  }
}
