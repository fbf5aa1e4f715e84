package org.communityledger;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Random ids that sort by time, UUID version 7: indexes over them grow at one end. Safe for many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562, section 5.7</a>
 */
final class TimeOrderedIds implements Supplier<String> {
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  TimeOrderedIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String get() {
    long high = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
