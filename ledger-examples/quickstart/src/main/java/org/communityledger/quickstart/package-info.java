/** A first look at the library: one hazard, told by a newspaper and recorded day by day. */
@NullMarked
package org.communityledger.quickstart;

import org.jspecify.annotations.NullMarked;
