@NullMarked
package org.communityledger.seal;

import org.jspecify.annotations.NullMarked;
