package org.communityledger.seal;

import org.communityledger.kernel.Command;
import org.communityledger.kernel.Header;

/**
 * A command and its header with references in place of personal values.
 *
 * @param ticket what waits to be stored with them
 */
public record SealedCommand(Command command, Header header, Ticket ticket) {}
