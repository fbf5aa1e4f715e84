package org.communityledger.kernel;

import java.nio.charset.StandardCharsets;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A few tags held as text, a space behind each, and made when they are asked for. Histories held in memory have millions
 * of tags, and hardly any is ever looked at. Immutable and safe for many threads.
 */
final class WrittenTags extends AbstractSet<Tag> {
  /** With more, comparing each with each takes too long. */
  private static final int FEW = 8;

  private static final String END = " "; // no tag has one

  private final byte[] text;

  private WrittenTags(String text) {
    this.text = text.getBytes(StandardCharsets.ISO_8859_1); // tags are ASCII
  }

  static Set<Tag> of(List<String> tags) {
    if (tags.size() > FEW || !areDistinct(tags)) {
      return tags.stream().map(Tag::parse).collect(Collectors.toUnmodifiableSet());
    }
    StringBuilder text = new StringBuilder();
    for (String each : tags) {
      text.append(Tag.check(each)).append(END);
    }
    return new WrittenTags(text.toString());
  }

  private static boolean areDistinct(List<String> tags) {
    for (int i = 1; i < tags.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (tags.get(i).equals(tags.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public Iterator<Tag> iterator() {
    return texts().map(Tag::parse).iterator();
  }

  @Override
  public int size() {
    return (int) texts().count();
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof Tag && texts().anyMatch(other.toString()::equals);
  }

  private Stream<String> texts() {
    return Stream.of(new String(text, StandardCharsets.ISO_8859_1).split(END));
  }
}
