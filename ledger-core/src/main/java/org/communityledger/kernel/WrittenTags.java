package org.communityledger.kernel;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A few tags held as text, spaces between them, and made when they are asked for: whoever reads a history passes millions
 * of tags and looks at hardly any. Immutable and safe for many threads.
 */
final class WrittenTags extends AbstractSet<Tag> {
  /** With more, comparing each with each takes too long. */
  private static final int FEW = 8;

  private static final String BETWEEN = " "; // no tag has one

  private final String text;

  private WrittenTags(String text) {
    this.text = text;
  }

  static Set<Tag> of(List<String> tags) {
    if (tags.isEmpty() || tags.size() > FEW || !areDistinct(tags)) {
      return tags.stream().map(Tag::parse).collect(Collectors.toUnmodifiableSet());
    }
    tags.forEach(Tag::check);
    return new WrittenTags(String.join(BETWEEN, tags));
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
    return Stream.of(text.split(BETWEEN));
  }
}
