package org.communityledger.benchmarks;

import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;

/**
 * What somebody in a made-up district asks of the ledger.
 *
 * @param command what is asked
 * @param header by whom, when, how known
 */
record Asked(Command command, Header header) {
  /** The id of the first event that this leads to. */
  EventId event() {
    return event(0);
  }

  /** The id of the event with that number, from 0 on. */
  EventId event(int number) {
    return new EventId(header.command(), number);
  }

  /** The same for a reason. */
  Asked because(String why) {
    return new Asked(command, header.because(why));
  }

  /** The same, although a rule speaks against it. */
  Asked irregular(String why, ApprovalId approval) {
    return new Asked(command, header.irregular(why, approval));
  }

  /** The same, led to by an event. */
  Asked causedBy(EventId event) {
    return new Asked(command, header.causedBy(event));
  }
}
