/** What sentences say. */
@NullMarked
package org.communityledger.projection.sentences;

import org.jspecify.annotations.NullMarked;
