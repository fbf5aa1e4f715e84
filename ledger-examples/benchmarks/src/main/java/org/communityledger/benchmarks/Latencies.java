package org.communityledger.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** How long many things of one kind took. For one thread. */
final class Latencies {
  private long[] nanos = new long[1_024];
  private int count;

  void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  void addAll(Latencies others) {
    for (int i = 0; i < others.count; i++) {
      add(others.nanos[i]);
    }
  }

  int count() {
    return count;
  }

  /** In milliseconds: so long at most took half of them. */
  double median() {
    return within(0.5);
  }

  double longest() {
    return within(1);
  }

  /** In milliseconds: so long at most took that share of them. */
  double within(double share) {
    if (count == 0) {
      throw new IllegalStateException("Nothing was measured");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
  }

  /** In words: {@code median 0.41 ms, 99 of 100 within 2.31 ms, longest 14.20 ms}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "median %.2f ms, 99 of 100 within %.2f ms, longest %.2f ms", median(),
        within(0.99), longest());
  }
}
