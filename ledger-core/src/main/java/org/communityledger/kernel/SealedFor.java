package org.communityledger.kernel;

/**
 * Whose key seals a personal value, and what for. Destroying the keys of a subject forgets its values of all purposes.
 *
 * @param subject whom or what the value is about: {@code person:p-7}, {@code household:h-2}, {@code case:c-9}
 * @param purpose what the value is kept for, a code word such as {@code IDENTITY}, {@code HEALTH} or {@code CASE}
 */
public record SealedFor(Tag subject, String purpose) {
  private static final String KEY = "subject";

  public SealedFor {
    Texts.code("purpose", purpose);
  }

  public static SealedFor of(Id subject, String purpose) {
    return new SealedFor(subject.tag(), purpose);
  }

  /** The tag of every event that carries a value about the subject, and of the subject's erasure. */
  public Tag tag() {
    return tagOf(subject);
  }

  /**
   * See {@link #tag}.
   *
   * @throws IllegalArgumentException if it is such a tag itself: erasing it would pass for erasing the subject it names
   */
  public static Tag tagOf(Tag subject) {
    if (subject.key().equals(KEY)) {
      throw new IllegalArgumentException(subject + " only marks what is about a subject; name the subject itself: "
          + subject.value());
    }
    return new Tag(KEY, subject.toString());
  }
}
