package org.communityledger.decide;

import org.communityledger.kernel.Command;
import org.communityledger.kernel.Header;

/**
 * A command with its header, as it travels to its rule.
 *
 * @param command what is asked
 * @param header by whom, when, how known
 */
public record Submission(Command command, Header header) {}
