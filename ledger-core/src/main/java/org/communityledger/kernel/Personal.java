package org.communityledger.kernel;

/** A command or an event some of whose values are {@link Sealed}, and which knows whose key seals them. */
public interface Personal {
  /**
   * Whose key seals the value of a member, and what for.
   *
   * @param member the name of a component of this record that is sealed, or {@code reason} for the header's reason
   */
  SealedFor sealedFor(String member);
}
