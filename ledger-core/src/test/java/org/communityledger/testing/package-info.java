/** What the tests of this module share. */
@NullMarked
package org.communityledger.testing;

import org.jspecify.annotations.NullMarked;
