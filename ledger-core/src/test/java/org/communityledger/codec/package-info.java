@NullMarked
package org.communityledger.codec;

import org.jspecify.annotations.NullMarked;
