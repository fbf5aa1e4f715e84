package org.communityledger.axon;

import java.util.Optional;
import java.util.function.Supplier;
import org.communityledger.codec.CommandCodec;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.SealedValues;
import org.communityledger.seal.SealedCommand;
import org.communityledger.seal.Vault;

/** Takes the personal values out of a command before anybody decides it. Safe for many threads. */
final class Sealing {
  private final Supplier<Vault> vault;
  private final CommandCodec commands;

  Sealing(Supplier<Vault> vault, CommandCodec commands) {
    this.vault = vault;
    this.commands = commands;
  }

  Sending seal(Submission clear) {
    if (SealedValues.in(clear.command(), clear.header()).isEmpty()) {
      return Sending.plain(clear);
    }
    byte[] digest = vault.get().resendDigest(commands.sent(clear));
    SealedCommand sealed = vault.get().seal(clear.command(), clear.header());
    return new Sending(new Submission(sealed.command(), sealed.header(), clear.permit()), digest,
        Optional.of(sealed.ticket()));
  }

  /** Gives up the values of a command that is not recorded, or was before. */
  void discard(Sending sending) {
    sending.ticket().ifPresent(it -> vault.get().discard(it));
  }
}
