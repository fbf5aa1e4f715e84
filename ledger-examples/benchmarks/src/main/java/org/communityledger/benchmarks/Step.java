package org.communityledger.benchmarks;

import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.records.RecordsCommand.RetractEvent;

/** One thing recorded in a made-up history. */
sealed interface Step {
  Header header();

  /** How many entries it leads to. */
  int entries();

  /** An event, for the bulk door. */
  record Happened(Header header, Event event) implements Step {
    @Override
    public int entries() {
      return 1;
    }
  }

  /** A wrong entry is taken back; what is recorded for that, and in whose place, only the rules say. */
  record TakenBack(Header header, RetractEvent command) implements Step {
    @Override
    public int entries() {
      return 1 + command.replacements().size();
    }
  }
}
