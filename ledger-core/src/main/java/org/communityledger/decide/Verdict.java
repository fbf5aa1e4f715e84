package org.communityledger.decide;

import java.util.List;

/** What came of deciding a whole command, replacements included. */
public sealed interface Verdict {
  /** To be recorded, all together; one event at least. */
  record Granted(List<Proposal> events) implements Verdict {
    public Granted {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("A rule that accepts names at least one event");
      }
    }
  }

  /** Not to be recorded. */
  record Denied(Decision.Refuse decision) implements Verdict {}
}
