package org.communityledger.projection;

import java.util.SplittableRandom;

/**
 * Draws the cases of a property. They are the same on every run; {@code -Dledger.seed=<n>} draws others, and a failure
 * names the seed that makes the failing case the first one.
 */
public final class Seeds {
  private static final long FIRST = Long.getLong("ledger.seed", 20_261_123L);

  private Seeds() {}

  /** What must hold for every case. */
  @FunctionalInterface
  public interface Property {
    void check(SplittableRandom random) throws Exception;
  }

  /** Checks the property on so many cases and stops at the first that fails, naming its seed. */
  public static void cases(int count, Property property) {
    for (long seed = FIRST; seed < FIRST + count; seed++) {
      try {
        property.check(new SplittableRandom(seed));
      } catch (Throwable failure) {
        throw new AssertionError("Fails with -Dledger.seed=" + seed + ": " + failure.getMessage(), failure);
      }
    }
  }
}
