/** Views that follow a ledger, and what must not shake them. */
@NullMarked
package org.communityledger.projection.live;

import org.jspecify.annotations.NullMarked;
