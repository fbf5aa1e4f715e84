package org.communityledger.axon;

import java.util.Optional;
import org.communityledger.decide.Submission;
import org.communityledger.seal.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way through the bus: the payload of its message.
 *
 * @param submission the command and its header, personal values sealed
 * @param digest the keyed digest of what the caller sent in the clear; null where nothing was to be sealed, as then
 *   anybody may know what was sent
 * @param ticket the sealed values that wait to be stored
 */
public record Sending(Submission submission, byte @Nullable [] digest, Optional<Ticket> ticket) {
  /** A command that brings no personal values. */
  static Sending plain(Submission submission) {
    return new Sending(submission, null, Optional.empty());
  }
}
