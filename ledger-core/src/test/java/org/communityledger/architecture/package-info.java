/** Who may know whom in this module. */
@NullMarked
package org.communityledger.architecture;

import org.jspecify.annotations.NullMarked;
