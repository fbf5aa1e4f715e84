package org.communityledger.cases;

import java.util.Optional;
import org.communityledger.kernel.Sealed;

/** Checks free text while it is still in the clear. */
final class Wording {
  private Wording() {}

  /** The message names the field only: the text is personal. */
  static void check(String field, Optional<Sealed<String>> text) {
    if (text.isPresent() && text.get() instanceof Sealed.Given<String> given && given.value().isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank; leave it out");
    }
  }
}
