/**
 * Views that follow a ledger while it is written to, kept in a file of their own.
 *
 * <p>Begin with {@link org.communityledger.projection.live.Live}. Rows, figures, indexes and the position they are true
 * for change in one transaction of the store (ADR 0015), so that a process killed at any moment goes on exactly where
 * it was. New versions are built beside the ones being read.
 *
 * <p>The package uses projections and the log; nothing else of the library uses it.
 */
@NullMarked
package org.communityledger.projection.live;

import org.jspecify.annotations.NullMarked;
