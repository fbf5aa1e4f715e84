package org.communityledger.kernel;

import java.util.Objects;

/**
 * A personal value in a command or an event. Callers give it in the clear; before anything is decided it is encrypted, and
 * from then on there is only a reference to it, so that no event, decision record or view holds it.
 *
 * <p>Immutable. Neither form shows a value in its text.
 *
 * @param <T> the type of the value: a text, or a record that can be written as JSON
 */
public sealed interface Sealed<T> {
  /** A value to be sealed when its command is recorded. */
  static <T> Sealed<T> of(T value) {
    return new Given<>(value);
  }

  /**
   * A value as the caller gave it.
   *
   * @param value the value, in the clear
   */
  record Given<T>(T value) implements Sealed<T> {
    public Given {
      Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
      return "Sealed[given]";
    }
  }

  /**
   * A reference to an encrypted value.
   *
   * @param key the id of the key it is encrypted with
   * @param hash SHA-256 of the encrypted bytes, as base64url without padding, 43 characters
   */
  record Stored<T>(String key, String hash) implements Sealed<T> {
    private static final int HASH_LENGTH = 43;

    public Stored {
      Id.check(key);
      if (!isHash(hash)) {
        throw new IllegalArgumentException(Texts.quote(hash) + " is not a SHA-256 in base64url without padding");
      }
    }

    private static boolean isHash(String text) {
      boolean fits = text.length() == HASH_LENGTH;
      for (int i = 0; fits && i < HASH_LENGTH; i++) {
        char c = text.charAt(i);
        fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
      }
      return fits;
    }

    @Override
    public String toString() {
      return "Sealed[" + key + "]";
    }
  }
}
