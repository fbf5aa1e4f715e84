package org.communityledger.decide;

import org.communityledger.kernel.Command;
import org.communityledger.kernel.Header;

/**
 * A command with its header, as it travels to its rule.
 *
 * @param command what is asked
 * @param header by whom, when, how known
 * @param permit what whoever sends it may do
 */
public record Submission(Command command, Header header, Permit permit) {
  /** A command of which nobody has said who sends it; as such it is not permitted. */
  public Submission(Command command, Header header) {
    this(command, header, Permit.NOBODYS);
  }

  /** The same under another permit. */
  public Submission under(Permit other) {
    return new Submission(command, header, other);
  }
}
