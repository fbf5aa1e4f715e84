package org.communityledger.membership;

import org.communityledger.kernel.Party;
import org.communityledger.kernel.Tag;

/**
 * A title of a party, which it has once at a time.
 *
 * @param title the title, a code word
 * @param party whose
 */
record Title(String title, Party party) {
  /** The tag under which is found whether the party has it. */
  Tag tag() {
    return new Tag("held", title + ":" + party.tag());
  }
}
