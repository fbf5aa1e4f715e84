package org.communityledger.seal;

import java.time.Instant;
import java.util.List;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;

/**
 * What an erasure destroyed.
 *
 * @param subject who or what was forgotten
 * @param request the event that asked for it
 * @param at when it was first done
 * @param values how many values were destroyed, also counting earlier calls for the same subject
 * @param commands the commands whose values this call destroyed; empty if an earlier one had done everything
 */
public record Destroyed(Tag subject, EventId request, Instant at, int values, List<CommandId> commands) {
  public Destroyed {
    commands = List.copyOf(commands);
  }
}
