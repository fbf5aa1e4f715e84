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
   * @throws CommandRecorded if the command was recorded before
   * @throws Unsettled if something before it gave up its place; read and decide again
   * @throws LogException if it could not be stored; in each case nothing of it is
   */
  Appended await();
}
