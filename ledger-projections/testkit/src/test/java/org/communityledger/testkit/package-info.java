/** Tests of the kit itself, with the community garden as an application of its own. */
@NullMarked
package org.communityledger.testkit;

import org.jspecify.annotations.NullMarked;
