/** The newspaper page of the seeds, row by row, and what every release must pass. */
@NullMarked
package org.communityledger.quickstart.seeds;

import org.jspecify.annotations.NullMarked;
