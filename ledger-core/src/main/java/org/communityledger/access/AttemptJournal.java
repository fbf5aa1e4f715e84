package org.communityledger.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Party;

/**
 * Where an application keeps what was asked of a ledger and refused; there is none unless the ledger's builder names one.
 * The ledger itself keeps no refusals. Called on the thread of whoever asked, before they get their answer, by many threads
 * at once; what it throws reaches them in place of the answer.
 */
@FunctionalInterface
public interface AttemptJournal {
  /** Nothing is kept. */
  AttemptJournal NONE = attempt -> {};

  void refused(Attempt attempt);

  /**
   * Something that was refused: names and ids only, nothing of what the command said.
   *
   * @param at when
   * @param who who asked, as far as anybody said so
   * @param act the stored name of the command, or another entry of the access policy
   * @param command the command's id, if it was a command
   * @param refusal the refusal's name; if something was not permitted, with what was lacking:
   *   {@code NotPermitted.OfRole}
   * @param causes the positions of the events that caused it
   */
  record Attempt(
      Instant at,
      Optional<Party> who,
      String act,
      Optional<CommandId> command,
      String refusal,
      List<Long> causes) {
    public Attempt {
      causes = List.copyOf(causes);
    }
  }
}
