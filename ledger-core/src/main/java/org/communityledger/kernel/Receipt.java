package org.communityledger.kernel;

import java.util.List;

/**
 * What a caller gets for an accepted command: where each of its events stands and the hash that binds its bytes. The
 * same command id always yields the same receipt. The events are durable when it is handed out.
 *
 * @param commandId the command
 * @param entries one line per event, in order; empty if the command was accepted without any event
 */
public record Receipt(CommandId commandId, List<Line> entries) {
  public Receipt {
    entries = List.copyOf(entries);
  }

  /**
   * One event of the command.
   *
   * @param position place in the log
   * @param eventId the event
   * @param leafHash RFC 6962 leaf hash of the stored bytes, 64 lower-case hexadecimal digits
   */
  public record Line(long position, EventId eventId, String leafHash) {}
}
