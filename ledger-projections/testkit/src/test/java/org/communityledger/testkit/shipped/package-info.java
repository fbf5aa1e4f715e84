/** The shipped projections, held against all that projections promise. */
@NullMarked
package org.communityledger.testkit.shipped;

import org.jspecify.annotations.NullMarked;
