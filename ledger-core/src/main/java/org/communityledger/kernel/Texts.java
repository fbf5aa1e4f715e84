package org.communityledger.kernel;

import java.util.regex.Pattern;

/** Checks on short texts. */
public final class Texts {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
  private static final int QUOTED = 40;

  private Texts() {}

  /**
   * Returns the text if it has 1 to {@code max} characters, is not blank and keeps to one line: no control characters,
   * line separators or halves of characters, and nothing that shows the text in another order than it is stored.
   *
   * @throws IllegalArgumentException if not, naming the field
   */
  public static String check(String field, String text, int max) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > max || !isPlain(text)) {
      throw new IllegalArgumentException(field + " must have 1 to " + max
          + " characters, not all blank, on one line and none of them a control character");
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

  /**
   * The text for a message: in quotes, cut after 40 characters, what {@link #check} forbids escaped, so that no
   * input can break a line of a log.
   */
  static String quote(String text) {
    var quoted = new StringBuilder("'");
    text.codePoints().limit(QUOTED).forEach(it -> {
      if (isPlain(it)) {
        quoted.appendCodePoint(it);
      } else {
        quoted.append(String.format("\\u%04x", it));
      }
    });
    return quoted.append(text.codePointCount(0, text.length()) > QUOTED ? "…'" : "'").toString();
  }

  private static boolean isPlain(String text) {
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (!isPlain(character)) {
        return false;
      }
      at += Character.charCount(character);
    }
    return true;
  }

  private static boolean isPlain(int character) {
    if (character >= ' ' && character <= '~') {
      return true; // most are; asking for the others' kinds takes longer
    }
    return switch (Character.getType(character)) {
      // A lone surrogate has no UTF-8 form: it would be stored as something else.
      case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> switch (Character.getDirectionality(character)) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE, Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE -> false;
        default -> true;
      };
    };
  }
}
