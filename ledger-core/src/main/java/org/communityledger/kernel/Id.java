package org.communityledger.kernel;

/**
 * An opaque name of one thing. Ids are chosen by the caller and say nothing about people: no names, identity numbers or
 * addresses.
 *
 * <p>An id has 1 to 100 characters out of {@code A-Z a-z 0-9 . _ ~ @ / -}. Colons are left out because tags join ids
 * with colons.
 */
public interface Id {
  /** The characters of the id. */
  String value();

  /** The tag under which events about this thing are found. */
  Tag tag();

  /**
   * Returns the value if it is a well-formed id.
   *
   * @throws IllegalArgumentException if it is not, with the rule in the message
   */
  static String check(String value) {
    if (!IdSyntax.fits(value)) {
      throw new IllegalArgumentException(
          Texts.quote(value) + " is not an id: use 1 to 100 characters out of letters, digits and . _ ~ @ / -");
    }
    return value;
  }

  /** Whether {@link #check} lets the text pass. */
  static boolean isWellFormed(String text) {
    return IdSyntax.fits(text);
  }
}

final class IdSyntax {
  private static final int MOST = 100;
  private static final boolean[] ALLOWED = new boolean[128];

  static {
    for (char each : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~@/-".toCharArray()) {
      ALLOWED[each] = true;
    }
  }

  private IdSyntax() {}

  /** Every entry read has a dozen ids; looking characters up is several times as fast as a regular expression. */
  static boolean fits(String value) {
    boolean fits = !value.isEmpty() && value.length() <= MOST;
    for (int i = 0; fits && i < value.length(); i++) {
      char c = value.charAt(i);
      fits = c < ALLOWED.length && ALLOWED[c];
    }
    return fits;
  }
}
