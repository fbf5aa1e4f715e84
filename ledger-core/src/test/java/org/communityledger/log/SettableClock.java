package org.communityledger.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A clock that shows what it is set to and can hold whoever asks it, so that a test knows what waits behind. Safe for
 * many threads.
 */
public final class SettableClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private volatile Hold hold = new Hold();

  public SettableClock() {
    hold.release.countDown();
  }

  /** One asker held until released. */
  public static final class Hold {
    private final CompletableFuture<Boolean> asked = new CompletableFuture<>();
    private final CountDownLatch release = new CountDownLatch(1);

    /** Completes once somebody asked the clock. */
    public CompletableFuture<Boolean> asked() {
      return asked;
    }

    public void release() {
      release.countDown();
    }
  }

  public void set(String instant) {
    now = Instant.parse(instant);
  }

  /** Holds everybody who asks from now on. */
  public Hold hold() {
    hold = new Hold();
    return hold;
  }

  @Override
  public Instant instant() {
    Hold current = hold;
    current.asked.complete(true);
    try {
      current.release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the time", e);
    }
    return now;
  }
}
