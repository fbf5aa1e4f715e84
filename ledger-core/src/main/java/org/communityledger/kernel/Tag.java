package org.communityledger.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A label under which an event is found again: {@code case:C1}, {@code served:P1:rider-07}.
 *
 * @param key what kind of thing is meant, lower-case letters
 * @param value the id, or several ids joined with colons; no white space
 */
public record Tag(String key, String value) {
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,29}");
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,300}");

  public Tag {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          Texts.quote(key) + " is not a tag key: use a lower-case letter and up to 29 more letters and digits");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          Texts.quote(value) + " is not a tag value: use 1 to 300 visible ASCII characters, no spaces");
    }
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
