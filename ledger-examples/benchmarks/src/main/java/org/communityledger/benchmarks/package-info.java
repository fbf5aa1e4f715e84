/**
 * Measures the ledger against baselines, pair by pair in one process. {@link org.communityledger.benchmarks.Benchmarks}
 * is the program; docs/numbers.md says how each baseline is built and what came out.
 */
@NullMarked
package org.communityledger.benchmarks;

import org.jspecify.annotations.NullMarked;
