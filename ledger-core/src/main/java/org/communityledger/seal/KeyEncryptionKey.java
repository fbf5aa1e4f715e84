package org.communityledger.seal;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.communityledger.kernel.Id;

/**
 * A key that wraps other keys. Its text does not show it.
 *
 * @param id by which wrapped keys name it; says nothing about the key
 */
record KeyEncryptionKey(String id, SecretKey key) {
  /** A new one, drawn at random. */
  static KeyEncryptionKey draw() {
    return new KeyEncryptionKey("kek-" + Envelope.base64(Envelope.random(9)),
        new SecretKeySpec(Envelope.random(Envelope.KEY_BYTES), "AES"));
  }

  /** Reads {@code <id> <base64 of 32 bytes>}; messages never show the line. */
  static KeyEncryptionKey parse(String where, String line) {
    String[] parts = line.strip().split(" +", -1);
    try {
      byte[] bytes = Base64.getDecoder().decode(parts[parts.length - 1]);
      if (parts.length == 2 && bytes.length == Envelope.KEY_BYTES) {
        return new KeyEncryptionKey(Id.check(parts[0]), new SecretKeySpec(bytes, "AES"));
      }
    } catch (IllegalArgumentException e) {
      throw malformed(where); // without the cause: its message may show a part of the key
    }
    throw malformed(where);
  }

  private static SealException malformed(String where) {
    return new SealException(where + " is not a key; write <id> <base64 of 32 random bytes>, or restore the keys");
  }

  String line() {
    return id + " " + Base64.getEncoder().encodeToString(key.getEncoded());
  }

  @Override
  public String toString() {
    return "KeyEncryptionKey[" + id + "]";
  }
}
