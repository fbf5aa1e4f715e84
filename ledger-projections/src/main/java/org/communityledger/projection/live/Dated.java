package org.communityledger.projection.live;

import java.util.Optional;

/**
 * A row and what it is true for.
 *
 * @param position the position of the last entry applied to the view; -1 if none is
 * @param row the row; empty if there is none of that key
 */
public record Dated<R>(long position, Optional<R> row) {}
