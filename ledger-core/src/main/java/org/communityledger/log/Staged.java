package org.communityledger.log;

/**
 * An append that has its place, behind everything staged before it, and is not durable yet. Safe for many threads.
 */
public interface Staged {
  /** The position of its first entry, should it become durable. */
  long first();

  /**
   * Waits until it is durable.
   *
   * @throws LogException if it could not be stored; then nothing of it is
   */
  Appended await();
}
