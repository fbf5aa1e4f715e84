package org.communityledger;

import org.communityledger.kernel.CommandId;

/** Lets commands in until the ledger is closed, and closing wait for those that are in. Safe for many threads. */
final class Admission {
  private long inside;
  private boolean closed;

  /**
   * Lets a command in; to be followed by one {@link #leave}.
   *
   * @throws LedgerException if the ledger is closed
   */
  synchronized void enter(CommandId command) {
    if (closed) {
      throw new LedgerException("The ledger is closed; command " + command + " is not recorded");
    }
    inside++;
  }

  synchronized void leave() {
    inside--;
    if (inside == 0) {
      notifyAll();
    }
  }

  /** Lets nobody in any more and waits until all have left, also when interrupted. */
  synchronized void close() {
    closed = true;
    boolean interrupted = false;
    while (inside > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
