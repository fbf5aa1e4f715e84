package org.communityledger.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A label under which an event is found again: {@code case:C1}, {@code served:P1:rider-07}.
 *
 * @param key what kind of thing is meant, lower-case letters
 * @param value the id, or several ids joined with colons; no white space
 */
public record Tag(String key, String value) {
  private static final int LONGEST_KEY = 30;
  private static final int LONGEST_VALUE = 300;

  public Tag {
    if (!isKey(key)) {
      throw new IllegalArgumentException(
          Texts.quote(key) + " is not a tag key: use a lower-case letter and up to 29 more letters and digits");
    }
    if (!isValue(value)) {
      throw new IllegalArgumentException(
          Texts.quote(value) + " is not a tag value: use 1 to 300 visible ASCII characters, no spaces");
    }
  }

  // Loops, because every entry read makes several tags and a regular expression is several times as slow.

  private static boolean isKey(String key) {
    boolean fits = !key.isEmpty() && key.length() <= LONGEST_KEY && isLower(key.charAt(0));
    for (int i = 1; fits && i < key.length(); i++) {
      char c = key.charAt(i);
      fits = isLower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return fits;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isValue(String value) {
    boolean fits = !value.isEmpty() && value.length() <= LONGEST_VALUE;
    for (int i = 0; fits && i < value.length(); i++) {
      fits = value.charAt(i) > ' ' && value.charAt(i) <= '~';
    }
    return fits;
  }

  /** The tags of the things. */
  public static Set<Tag> allOf(Id... ids) {
    return Stream.of(ids).map(Id::tag).collect(Collectors.toUnmodifiableSet());
  }

  /** The tags of those things that are there. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static Set<Tag> allPresent(Optional<? extends Id>... ids) {
    return Stream.of(ids).flatMap(Optional::stream).map(Id::tag).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads {@code key:value}; the first colon separates.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Tag parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(Texts.quote(text) + " is not a tag: write key:value");
    }
    return new Tag(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return key + ":" + value;
  }
}
