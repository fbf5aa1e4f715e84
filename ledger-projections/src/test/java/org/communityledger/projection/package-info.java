/** Replays, on real ledgers in files. */
@NullMarked
package org.communityledger.projection;

import org.jspecify.annotations.NullMarked;
