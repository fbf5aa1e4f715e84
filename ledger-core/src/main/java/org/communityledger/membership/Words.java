package org.communityledger.membership;

import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;

/** What is written of a person's standing: whose key seals it, and what is no text. */
final class Words {
  private Words() {}

  /** All of it is kept for one purpose, under the key of the person: whoever is forgotten is forgotten with it. */
  static SealedFor of(PersonId person) {
    return SealedFor.of(person, "STANDING");
  }

  /** The message names the field only: the text is personal. */
  static void check(String field, Sealed<String> text) {
    if (text instanceof Sealed.Given<String> given && given.value().isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
  }
}
