package org.communityledger.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.SealedFor;
import org.communityledger.seal.PersonalStore.BlobRow;

/**
 * The encrypted values of one attempt to record a command. Two callers may send the same command at once: each has a
 * ticket of its own, so that giving up the one does not take the values of the other. Opaque; safe for many threads.
 */
public final class Ticket {
  private final CommandId command;
  private final List<Blob> blobs = new ArrayList<>(2);
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  Ticket(CommandId command) {
    this.command = command;
  }

  enum State {
    WAITING, STORED, DISCARDED
  }

  /** An encrypted value and the key it needs. */
  record Blob(SealedFor sealedFor, DataKey key, BlobRow row) {}

  CommandId command() {
    return command;
  }

  /** Filled by the sealing thread before anybody else sees the ticket. */
  List<Blob> blobs() {
    return blobs;
  }

  boolean move(State from, State to) {
    return state.compareAndSet(from, to);
  }

  @Override
  public String toString() {
    return "Ticket[" + command + ", " + blobs.size() + " values]";
  }
}
