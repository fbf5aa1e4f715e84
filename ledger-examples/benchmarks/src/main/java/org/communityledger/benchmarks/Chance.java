package org.communityledger.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** All that is drawn for a made-up history. The same seed gives the same draws on every machine. Not thread-safe. */
final class Chance {
  private static final int LONGEST = 8;

  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** True in so many cases out of 1,000. */
  boolean happens(int inAThousand) {
    return random.nextInt(1000) < inAThousand;
  }

  /** A number from the first to the last. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  byte[] bytes(int count) {
    byte[] drawn = new byte[count];
    random.nextBytes(drawn);
    return drawn;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A number below the count, low ones by far the most often. */
  int ranked(Zipf ranks, int count) {
    return ranks.draw(random, count);
  }

  /** How often something is repeated: mostly not at all, but n times or more in one case out of 2.5 n. */
  int repetitions(int most) {
    return (int) Math.min(most, 0.4 / (1 - random.nextDouble()));
  }

  /** A time that is so long on average, and never longer than eight times that. */
  Duration about(Duration mean) {
    // StrictMath, because the same seed must give the same history on every processor.
    double times = Math.min(LONGEST, -StrictMath.log(1 - random.nextDouble()));
    return Duration.ofMillis(1 + (long) (times * mean.toMillis()));
  }

  /** An id that sorts by time, like a UUID of version 7. */
  String id(Instant time) {
    long high = time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
