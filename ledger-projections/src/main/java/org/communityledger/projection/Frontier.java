package org.communityledger.projection;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.codec.Digests;

final class Frontier {
  private final List<byte[]> roots = new ArrayList<>();
  private long size;

  static byte[] leaf(byte[] bytes) {
    byte[] prefixed = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, prefixed, 1, bytes.length);
    return Digests.sha256(prefixed);
  }

  void add(byte[] leafHash) {
    byte[] hash = leafHash;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      hash = node(roots.remove(roots.size() - 1), hash);
    }
    roots.add(hash);
    size++;
  }

  byte[] root() {
    if (roots.isEmpty()) {
      return Digests.sha256(new byte[0]);
    }
    byte[] root = roots.get(roots.size() - 1);
    for (int i = roots.size() - 2; i >= 0; i--) {
      root = node(roots.get(i), root);
    }
    return root;
  }

  static byte[] node(byte[] left, byte[] right) {
    byte[] joined = new byte[65];
    joined[0] = 1;
    System.arraycopy(left, 0, joined, 1, 32);
    System.arraycopy(right, 0, joined, 33, 32);
    return Digests.sha256(joined);
  }

  static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }
}
