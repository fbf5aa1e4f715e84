/** What was said of figures beside what is counted. */
@NullMarked
package org.communityledger.projection.records;

import org.jspecify.annotations.NullMarked;
