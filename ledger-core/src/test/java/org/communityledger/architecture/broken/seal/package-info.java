/** Classes that break the import rules, to see the rules fire. */
@NullMarked
package org.communityledger.architecture.broken.seal;

import org.jspecify.annotations.NullMarked;
