/**
 * Files of commands, one JSON object a line: how seeds and imports get into a ledger. See
 * {@link org.communityledger.lines.CommandLines}.
 */
@NullMarked
package org.communityledger.lines;

import org.jspecify.annotations.NullMarked;
