package org.communityledger.kernel;

import java.util.Set;

/**
 * A fact: an immutable record, named in the past tense, recorded once and for ever. It carries what was decided and
 * what later decisions need, and never personal data in the clear.
 */
public interface Event {
  /** The tags that follow from the fact itself; what the header adds is added on recording. */
  Set<Tag> tags();
}
