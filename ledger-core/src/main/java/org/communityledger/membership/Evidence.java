package org.communityledger.membership;

import java.util.Optional;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Texts;

/**
 * What shows that a stage was rightly reached.
 *
 * @param kind what sort it is, a code word as the ladder's needs have it
 * @param document what it says or where it lies, sealed for the person; empty if only its kind is recorded
 */
public record Evidence(String kind, Optional<Sealed<String>> document) {
  public Evidence {
    Texts.code("kind", kind);
    document.ifPresent(it -> Words.check("document", it));
  }

  /** Evidence of which only the kind is recorded. */
  public static Evidence of(String kind) {
    return new Evidence(kind, Optional.empty());
  }

  /** The same with its text, which is sealed when the command is recorded. */
  public Evidence saying(String words) {
    return new Evidence(kind, Optional.of(Sealed.of(words)));
  }
}
