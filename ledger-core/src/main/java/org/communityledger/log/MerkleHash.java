package org.communityledger.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of an RFC 6962 tree over SHA-256. Safe for many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, section 2.1</a>
 */
public final class MerkleHash {
  /** The length of a hash in bytes. */
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(MerkleHash::newDigest);

  private MerkleHash() {}

  /** The hash of a leaf: SHA-256 over a zero byte and the leaf. */
  public static byte[] leaf(byte[] leaf) {
    MessageDigest digest = SHA_256.get();
    digest.update(LEAF);
    return digest.digest(leaf);
  }

  /** The hash of an inner node: SHA-256 over a one byte and both children. */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = SHA_256.get();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** The root of the tree without leaves: SHA-256 over nothing. */
  public static byte[] empty() {
    return SHA_256.get().digest();
  }

  /** SHA-256 over the bytes, without any prefix. */
  public static byte[] plain(byte[] bytes) {
    return SHA_256.get().digest(bytes);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
