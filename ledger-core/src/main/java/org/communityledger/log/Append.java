package org.communityledger.log;

import java.util.List;

/**
 * The entries of one command, appended together or not at all.
 *
 * @param commandId the command's id, recorded once in a log
 * @param decision the decision record's exact line
 * @param digest a digest by which a resend of the command is recognised; empty if the id alone decides
 * @param entries the entries in order, one at least
 * @param condition what must hold
 */
public record Append(String commandId, byte[] decision, byte[] digest, List<Draft> entries, AppendCondition condition) {
  public Append {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("Command " + commandId + " appends no entry; it needs at least one");
    }
  }
}
