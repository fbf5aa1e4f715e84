package org.communityledger.membership;

import org.communityledger.kernel.Party;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;

/**
 * Who is bound to whom, and how; there is one open bond of a kind between the same two.
 *
 * @param kind the kind of bond
 * @param sponsor who supports
 * @param supported who is supported
 */
record Pair(String kind, Party sponsor, Party supported) {
  /** The tag under which the bonds of the two are found. */
  Tag tag() {
    return new Tag("pair", kind + ":" + sponsor.tag() + ":" + supported.tag());
  }

  /** What is noted of the two is kept under the key of the supported, so that it is forgotten with them. */
  static SealedFor notesOf(Party supported) {
    return SealedFor.of(supported, "BOND");
  }
}
