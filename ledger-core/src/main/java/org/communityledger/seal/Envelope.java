package org.communityledger.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypted bytes as they are stored: {@code 01 ‖ nonce, 12 bytes ‖ AES-256-GCM}, bound to a context (ADR 0019). */
final class Envelope {
  static final int KEY_BYTES = 32;
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CIPHER = "AES/GCM/NoPadding";
  /** Looking for it each time would cost as much as encrypting a short text. */
  private static final Provider PROVIDER = provider();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Envelope() {}

  private static Provider provider() {
    try {
      return Cipher.getInstance(CIPHER).getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-GCM: " + e, e);
    }
  }

  static byte[] random(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return drawn;
  }

  /**
   * An id nobody can guess, beginning with a number: ids made one after the other lie side by side in a store's indexes,
   * where random ones would cost a page each. The number says no more than the order of the entries does.
   */
  static String id(long number) {
    return base64(ByteBuffer.allocate(16).put(random(16)).putInt(0, (int) number).array());
  }

  static String base64(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }

  /** The parts with a zero byte between each two. */
  static byte[] context(String... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(160);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        joined.write(0);
      }
      joined.writeBytes(parts[i].getBytes(StandardCharsets.UTF_8));
    }
    return joined.toByteArray();
  }

  static byte[] seal(SecretKey key, byte[] plain, byte[] context) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = new byte[1 + NONCE_BYTES + plain.length + TAG_BYTES];
    sealed[0] = FORMAT;
    System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
    try {
      cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java does not encrypt with AES-256-GCM: " + e, e);
    }
  }

  /** The plain bytes; empty if key, context and bytes do not belong together. */
  static Optional<byte[]> open(SecretKey key, byte[] sealed, byte[] context) {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] != FORMAT) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed, 1 + NONCE_BYTES,
          sealed.length - 1 - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java does not decrypt with AES-256-GCM: " + e, e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
    cipher.updateAAD(context);
    return cipher;
  }

  static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
