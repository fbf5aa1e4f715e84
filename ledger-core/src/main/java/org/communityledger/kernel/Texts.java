package org.communityledger.kernel;

import java.util.regex.Pattern;

/** Checks on short texts. */
public final class Texts {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  private Texts() {}

  /**
   * Returns the text if it has 1 to {@code max} characters, is not blank and has no control characters.
   *
   * @throws IllegalArgumentException if not, naming the field
   */
  public static String check(String field, String text, int max) {
    if (text.isBlank() || text.length() > max || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          field + " must have 1 to " + max + " characters, not all blank and none of them a control character");
    }
    return text;
  }

  /**
   * Returns the code word if it has 1 to 60 letters, digits, hyphens and underscores: too poor for free text, so that no
   * personal text slips in.
   *
   * @throws IllegalArgumentException if not, naming the field
   */
  public static String code(String field, String code) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          field + " must be a code word of 1 to 60 letters, digits, hyphens and underscores, not '" + code + "'");
    }
    return code;
  }
}
