package org.communityledger.kernel;

import java.util.regex.Pattern;

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
    if (!IdSyntax.PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          Texts.quote(value) + " is not an id: use 1 to 100 characters out of letters, digits and . _ ~ @ / -");
    }
    return value;
  }
}

final class IdSyntax {
  static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._~@/-]{1,100}");

  private IdSyntax() {}
}
