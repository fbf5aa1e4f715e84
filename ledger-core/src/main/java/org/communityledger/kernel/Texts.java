package org.communityledger.kernel;

/** Checks on short texts. */
public final class Texts {
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
}
