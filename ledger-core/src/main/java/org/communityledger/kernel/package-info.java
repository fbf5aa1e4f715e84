/**
 * The words every context shares: ids, quantities, dates, who acts, what is asked, what happened, why not.
 *
 * <p>Everything here is an immutable value and safe for use by many threads. The package knows nothing of storage,
 * JSON or any framework; all other packages may use it.
 */
@NullMarked
package org.communityledger.kernel;

import org.jspecify.annotations.NullMarked;
