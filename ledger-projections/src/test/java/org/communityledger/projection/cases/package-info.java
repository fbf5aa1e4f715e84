/** Views of cases. */
@NullMarked
package org.communityledger.projection.cases;

import org.jspecify.annotations.NullMarked;
