package org.communityledger.kernel;

/**
 * A reason for not recording what was asked: an immutable record, named after the reason, with the data a person needs
 * to understand it.
 */
public interface Refusal {
  /** The reason as one English sentence. */
  String english();

  /** The reason as one Chinese sentence. */
  String chinese();

  /** The reason's name, as users and metrics see it. */
  default String name() {
    return getClass().getSimpleName();
  }
}
