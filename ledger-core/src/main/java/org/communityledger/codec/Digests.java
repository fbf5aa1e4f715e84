package org.communityledger.codec;

import org.communityledger.log.MerkleHash;

/** SHA-256 of bytes. */
public final class Digests {
  private Digests() {}

  /** The SHA-256 of the bytes, 32 bytes. */
  public static byte[] sha256(byte[] bytes) {
    return MerkleHash.plain(bytes);
  }
}
