package org.communityledger.kernel;

import java.util.Optional;

/**
 * Where a fact is known from.
 *
 * @param kind what sort of source
 * @param ref which one: a form number, a publication and its date; no names of persons
 * @param locator where in it
 * @param hash SHA-256 of the source document, 64 lower-case hexadecimal digits
 * @param complete whether the source tells all of the act that is recorded
 * @param inferred whether the clerk concluded the act because the source does not state it
 */
public record Source(
    Kind kind,
    String ref,
    Optional<String> locator,
    Optional<String> hash,
    boolean complete,
    boolean inferred) {
  public Source {
    Texts.check("ref", ref, 200);
    locator.ifPresent(it -> Texts.check("locator", it, 100));
    hash.filter(it -> !it.matches("[0-9a-f]{64}")).ifPresent(it -> {
      throw new IllegalArgumentException("hash must be a SHA-256 as 64 lower-case hexadecimal digits");
    });
  }

  public static Source of(Kind kind, String ref) {
    return new Source(kind, ref, Optional.empty(), Optional.empty(), true, false);
  }

  /** The sorts of sources. */
  public enum Kind {
    FIRST_HAND, FORM, IMPORT, HOTLINE, PRESS, OTHER
  }
}
