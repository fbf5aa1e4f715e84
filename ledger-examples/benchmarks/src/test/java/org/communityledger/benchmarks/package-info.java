@NullMarked
package org.communityledger.benchmarks;

import org.jspecify.annotations.NullMarked;
