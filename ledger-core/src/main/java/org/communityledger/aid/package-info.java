/**
 * What is given to people, and the stock it is given from.
 *
 * <p>A lot is what was received together: so many of one item, exactly. It lies at sites, travels between them, and is
 * given out, counted, written off. Every event that changes what is left of a lot at a site carries what is left after it,
 * so that giving the last one out is decided without reading all that was given before.
 */
@NullMarked
package org.communityledger.aid;

import org.jspecify.annotations.NullMarked;
