package org.communityledger.kernel;

/**
 * An event that asks for a subject to be forgotten. From it on, nothing is sealed for the subject any more; its tags
 * contain {@link SealedFor#tagOf} the subject.
 */
public interface Erasure extends Event {
  /** Who or what is to be forgotten. */
  Tag subject();
}
