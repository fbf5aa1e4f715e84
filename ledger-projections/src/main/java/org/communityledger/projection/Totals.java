package org.communityledger.projection;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of figures of which not each is known: which of these can be computed from all sums together. Solved as outsiders
 * would solve it, by elimination; over a large field instead of fractions, which finds the same but for an accident of one
 * in two thousand million. For one thread, used once.
 */
final class Totals {
  private static final long PRIME = 2_147_483_647L;

  /** By the unknown that stands in no other of them, sums brought to the form in which it has the factor 1. */
  private final SortedMap<FigureKey, Map<FigureKey, Long>> solved = new TreeMap<>();

  /** Sums of unknowns, each with its factor. */
  Totals(List<Map<FigureKey, Integer>> sums) {
    for (Map<FigureKey, Integer> each : sums) {
      SortedMap<FigureKey, Long> sum = new TreeMap<>();
      each.forEach((key, factor) -> sum.put(key, Math.floorMod((long) factor, PRIME)));
      for (FigureKey key : List.copyOf(sum.keySet())) {
        Map<FigureKey, Long> known = solved.get(key);
        Long factor = sum.get(key);
        if (known != null && factor != null) {
          subtract(sum, known, factor);
        }
      }
      if (!sum.isEmpty()) {
        solve(sum);
      }
    }
  }

  private void solve(SortedMap<FigureKey, Long> sum) {
    Map.Entry<FigureKey, Long> first = sum.entrySet().iterator().next();
    FigureKey key = first.getKey();
    long inverse = power(first.getValue(), PRIME - 2);
    sum.replaceAll((any, factor) -> factor * inverse % PRIME);
    for (Map<FigureKey, Long> other : solved.values()) {
      Long factor = other.get(key);
      if (factor != null) {
        subtract(other, sum, factor);
      }
    }
    solved.put(key, sum);
  }

  private static void subtract(Map<FigureKey, Long> from, Map<FigureKey, Long> sum, long times) {
    sum.forEach((key, factor) -> {
      long left = Math.floorMod(from.getOrDefault(key, 0L) - factor * times % PRIME, PRIME);
      if (left == 0) {
        from.remove(key);
      } else {
        from.put(key, left);
      }
    });
  }

  private static long power(long base, long exponent) {
    long power = 1;
    for (long square = base, left = exponent; left > 0; left >>= 1, square = square * square % PRIME) {
      power = (left & 1) == 1 ? power * square % PRIME : power;
    }
    return power;
  }

  /** Those of the unknowns that have only one value. */
  Set<FigureKey> computable() {
    Set<FigureKey> alone = new HashSet<>();
    solved.forEach((key, sum) -> {
      if (sum.size() == 1) {
        alone.add(key);
      }
    });
    return alone;
  }
}
