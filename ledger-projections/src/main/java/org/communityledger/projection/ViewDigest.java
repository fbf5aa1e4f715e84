package org.communityledger.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The digest of a view: SHA-256 over {@code <name>\n<version>\n<size>\n} in UTF-8, size being the number of entries for
 * which the view is true, and then for each row, in the order of the bytes of the keys (unsigned): length of the key,
 * key, length of the row, row. Lengths are four bytes, the most significant first; keys and rows are the JSON of
 * {@link org.communityledger.codec.RowCodec}.
 *
 * <p>Takes the rows one by one, so that a view need not be in memory. Used by one thread, once.
 */
public final class ViewDigest {
  private final MessageDigest digest = sha256();
  private byte[] last = {};

  /**
   * A digest without rows yet.
   *
   * @param size the number of entries for which the view is true
   */
  public ViewDigest(Projection<?, ?> projection, long size) {
    digest.update((projection.name() + "\n" + projection.version() + "\n" + size + "\n")
        .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if the key does not come after that of the row before
   */
  public void add(byte[] key, byte[] row) {
    if (Arrays.compareUnsigned(last, key) >= 0) {
      throw new IllegalArgumentException("Rows are digested in the order of their keys, but "
          + new String(key, StandardCharsets.UTF_8) + " came after " + new String(last, StandardCharsets.UTF_8));
    }
    addWithLength(key);
    addWithLength(row);
    last = key;
  }

  private void addWithLength(byte[] bytes) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
  }

  /** The digest of all rows added, as 64 lower-case hexadecimal digits. Nothing can be added after. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
