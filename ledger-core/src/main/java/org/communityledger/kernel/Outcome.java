package org.communityledger.kernel;

import java.util.List;
import java.util.Optional;

/** What became of a command. */
public sealed interface Outcome {
  /**
   * The command is recorded.
   *
   * @param receipt where its events stand; of the first recording, if the command was sent again
   */
  record Accepted(Receipt receipt) implements Outcome {}

  /**
   * The command is not recorded, and the ledger is unchanged.
   *
   * @param refusal why
   * @param causes the positions of the events that caused it
   * @param absence where something is absent, what was looked for and how far
   */
  record Refused(Refusal refusal, List<Long> causes, Optional<Absence> absence) implements Outcome {
    public Refused {
      causes = List.copyOf(causes);
    }
  }

  /**
   * Something that was looked for and not found.
   *
   * @param query what was looked for
   * @param upTo the last position looked at
   */
  record Absence(String query, long upTo) {}
}
