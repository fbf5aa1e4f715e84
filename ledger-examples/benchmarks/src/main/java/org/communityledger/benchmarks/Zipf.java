package org.communityledger.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws numbers from 0 on, the k-th once for every k times the first: a few are drawn all the time, most hardly ever. */
final class Zipf {
  private final double[] upTo;

  /** For numbers below the limit. */
  Zipf(int limit) {
    upTo = new double[limit];
    double sum = 0;
    for (int i = 0; i < limit; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  /** A number below both the limit and the count, which is 1 or more. */
  int draw(SplittableRandom random, int count) {
    int last = Math.min(count, upTo.length) - 1;
    int found = Arrays.binarySearch(upTo, 0, last, random.nextDouble() * upTo[last]);
    return found < 0 ? -found - 1 : found;
  }
}
