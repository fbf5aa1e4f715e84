@NullMarked
package org.communityledger;

import org.jspecify.annotations.NullMarked;
