package org.communityledger.kernel;

import java.util.List;
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
    if (!isKey(key, key.length())) {
      throw noKey(key);
    }
    if (!isValue(value, 0)) {
      throw noValue(value);
    }
  }

  /**
   * Checks that a text is a tag, without making one.
   *
   * @throws IllegalArgumentException if it is not, with the rule in the message
   */
  static void check(String text) {
    int colon = colon(text);
    if (!isKey(text, colon)) {
      throw noKey(text.substring(0, colon));
    }
    if (!isValue(text, colon + 1)) {
      throw noValue(text.substring(colon + 1));
    }
  }

  private static IllegalArgumentException noKey(String key) {
    return new IllegalArgumentException(
        Texts.quote(key) + " is not a tag key: use a lower-case letter and up to 29 more letters and digits");
  }

  private static IllegalArgumentException noValue(String value) {
    return new IllegalArgumentException(
        Texts.quote(value) + " is not a tag value: use 1 to 300 visible ASCII characters, no spaces");
  }

  // Loops, because every entry read makes several tags and a regular expression is several times as slow.

  private static boolean isKey(String text, int end) {
    boolean fits = end > 0 && end <= LONGEST_KEY && isLower(text.charAt(0));
    for (int i = 1; fits && i < end; i++) {
      char c = text.charAt(i);
      fits = isLower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return fits;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isValue(String text, int start) {
    boolean fits = start < text.length() && text.length() - start <= LONGEST_VALUE;
    for (int i = start; fits && i < text.length(); i++) {
      fits = text.charAt(i) > ' ' && text.charAt(i) <= '~';
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
    int colon = colon(text);
    return new Tag(text.substring(0, colon), text.substring(colon + 1));
  }

  private static int colon(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(Texts.quote(text) + " is not a tag: write key:value");
    }
    return colon;
  }

  /**
   * Reads tags. Of a few the set holds the texts, checked, and makes the tags when it is asked for them. Unmodifiable.
   *
   * @throws IllegalArgumentException if one of the texts has another form
   */
  public static Set<Tag> parseAll(List<String> texts) {
    return WrittenTags.of(texts);
  }

  @Override
  public String toString() {
    return key + ":" + value;
  }
}
