package org.communityledger.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a leaf read from left to right, as long as they are in the plain form: as {@link EventCodec} writes them,
 * members in one order and without white space, and no escapes in texts. For all else, valid or not, it throws what
 * {@link #unusual} gives. Not thread-safe.
 */
final class PlainJson {
  /** So many digits fit into a {@code long}. */
  private static final int MOST_DIGITS = 18;

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private int at;

  PlainJson(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes of a piece of JSON, to be compared with. */
  static byte[] literal(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** What to throw where something else stands than the plain form has there. */
  static RuntimeException unusual() {
    return new Unusual();
  }

  /** The bytes that are read; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** The place of what comes next. */
  int at() {
    return at;
  }

  void goTo(int place) {
    at = place;
  }

  /** Goes past these bytes if they come next, and says whether they did. */
  boolean skips(byte[] literal) {
    return skips(literal, 0);
  }

  /** Goes past what stands in the literal from the offset on, if it comes next, and says whether it did. */
  boolean skips(byte[] literal, int offset) {
    int end = at + literal.length - offset;
    if (end > bytes.length || !Arrays.equals(bytes, at, end, literal, offset, literal.length)) {
      return false;
    }
    at = end;
    return true;
  }

  boolean skips(char character) {
    if (at == bytes.length || bytes[at] != character) {
      return false;
    }
    at++;
    return true;
  }

  /** Goes past these bytes. */
  void expect(byte[] literal) {
    if (!skips(literal)) {
      throw unusual();
    }
  }

  void expect(char character) {
    if (!skips(character)) {
      throw unusual();
    }
  }

  void expectEnd() {
    if (at != bytes.length) {
      throw unusual();
    }
  }

  /** The place behind the first such character after the next one. */
  int behind(char character) {
    for (int i = at + 1; i < bytes.length; i++) {
      if (bytes[i] == character) {
        return i + 1;
      }
    }
    throw unusual();
  }

  /** Reads a text. */
  String text() {
    int from = at + 1;
    boolean ascii = skipText();
    String text = new String(bytes, from, at - 1 - from, StandardCharsets.UTF_8);
    if (!ascii && text.indexOf(REPLACEMENT) >= 0) {
      throw unusual(); // perhaps no UTF-8 at all
    }
    return text;
  }

  /** Goes past a text if it is this one, and says whether it was. */
  boolean skipsText(String ascii) {
    int end = at + ascii.length() + 1;
    if (end >= bytes.length || bytes[at] != '"' || bytes[end] != '"') {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + 1 + i] != ascii.charAt(i)) {
        return false;
      }
    }
    at = end + 1;
    return true;
  }

  /** Goes past a text of ASCII characters. */
  void skipAscii() {
    if (!skipText()) {
      throw unusual();
    }
  }

  /** Goes past a text, and says whether all its characters are ASCII. */
  private boolean skipText() {
    expect('"');
    int all = 0;
    while (at < bytes.length && bytes[at] != '"') {
      byte each = bytes[at];
      if (each == '\\' || (each >= 0 && each < ' ')) {
        throw unusual();
      }
      all |= each;
      at++;
    }
    expect('"');
    return all >= 0;
  }

  /** Reads a whole number between two bounds. */
  long number(long least, long most) {
    boolean negative = skips('-');
    int start = at;
    long number = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - start < MOST_DIGITS) {
      number = number * 10 + bytes[at] - '0';
      at++;
    }
    long signed = negative ? -number : number;
    if (at == start || (bytes[start] == '0' && at - start > 1) || signed < least || signed > most) {
      throw unusual();
    }
    return signed;
  }

  /** Without a trace: it is thrown often, and who catches it reads the leaf in another way. */
  private static final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Unusual() {
      super("not in the plain form", null, false, false);
    }
  }
}
