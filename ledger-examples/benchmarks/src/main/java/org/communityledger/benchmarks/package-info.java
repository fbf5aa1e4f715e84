/**
 * Measures the ledger against baselines, pair by pair, each side in a process of its own.
 * {@link org.communityledger.benchmarks.Benchmarks} is the program; docs/numbers.md says how each baseline is built and what came out.
 */
@NullMarked
package org.communityledger.benchmarks;

import org.jspecify.annotations.NullMarked;
