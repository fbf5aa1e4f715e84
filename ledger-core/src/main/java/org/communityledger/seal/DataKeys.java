package org.communityledger.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.communityledger.kernel.SealedFor;
import org.communityledger.seal.PersonalStore.KeyRow;

/**
 * Unwrapped keys at hand, bounded in number and time, and the keys that are not stored yet. Such a key belongs to no
 * command: it stays as long as a value waits that needs it, whichever command drew it, and is stored with the first of
 * those values. Safe for many threads.
 */
final class DataKeys {
  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int SWEEP_EVERY = 1_000;

  private final PersonalStore store;
  private final Wrapping wrapping;
  private final InstantSource clock;
  private final Predicate<String> erased;
  private final Map<SealedFor, DataKey> sealing = new ConcurrentHashMap<>();
  private final Map<String, DataKey> opening = new ConcurrentHashMap<>();
  private final AtomicLong misses = new AtomicLong();
  private final AtomicLong numbers;

  /** {@code erased} says of which subjects no key may be at hand; {@link #forget} is called after it says so. */
  DataKeys(PersonalStore store, Wrapping wrapping, InstantSource clock, Predicate<String> erased) {
    this.store = store;
    this.wrapping = wrapping;
    this.clock = clock;
    this.erased = erased;
    this.numbers = new AtomicLong(store.nextKeyNumber());
  }

  /** The key to seal with, kept until {@link #release}. */
  DataKey take(SealedFor sealedFor) {
    Instant now = clock.instant();
    DataKey key = sealing.compute(sealedFor, (it, known) -> {
      DataKey usable = known != null && known.sealsAt(now) && isFresh(known, now) ? known : toSealWith(it, now);
      usable.oneMoreWaits();
      return usable;
    });
    if (erased.test(key.subject())) { // since it was looked up
      sealing.remove(sealedFor, key);
    }
    sweepNowAndThen(now);
    return key;
  }

  private DataKey toSealWith(SealedFor sealedFor, Instant now) {
    misses.incrementAndGet();
    Optional<KeyRow> latest = store.latestKey(sealedFor.subject().toString(), sealedFor.purpose());
    if (latest.isPresent() && latest.get().wrapped() == null) {
      if (erased.test(latest.get().subject())) {
        return draw(sealedFor, latest.get().generation() + 1, now); // never stored: the vault sees to it
      }
      throw new SealException(
          "The key " + latest.get().id() + " in " + store.name() + " is destroyed, but nothing says "
              + "that " + sealedFor.subject() + " was to be forgotten; restore the store, and verify deeply");
    }
    return latest.filter(it -> DataKey.sealsAt(it, now))
        .map(it -> new DataKey(it, wrapping.require(it, store.name()), now, true))
        .orElseGet(() -> draw(sealedFor, latest.map(KeyRow::generation).orElse(0) + 1, now));
  }

  private DataKey draw(SealedFor sealedFor, int generation, Instant now) {
    SecretKey key = new SecretKeySpec(Envelope.random(Envelope.KEY_BYTES), "AES");
    KeyRow row = new KeyRow(Envelope.id(numbers.getAndIncrement()), sealedFor.subject().toString(), sealedFor.purpose(),
        generation, "", null, now, null);
    return new DataKey(wrapping.wrapped(row, key), key, now, false);
  }

  /** A key that is never stored: what is sealed with it can never be opened. */
  DataKey throwAway(SealedFor sealedFor) {
    return draw(sealedFor);
  }

  /** The first key of a subject for a purpose, not stored yet. */
  DataKey draw(SealedFor sealedFor) {
    return draw(sealedFor, 1, clock.instant());
  }

  void release(SealedFor sealedFor, DataKey key) {
    sealing.computeIfPresent(sealedFor, (it, known) -> {
      key.oneLessWaits();
      return known;
    });
  }

  /** The key of a row, unwrapped. */
  SecretKey open(KeyRow row) {
    Instant now = clock.instant();
    DataKey known = opening.get(row.id());
    if (known == null || !isFresh(known, now)) {
      known = new DataKey(row, wrapping.require(row, store.name()), now, true);
      opening.put(row.id(), known);
      misses.incrementAndGet();
      if (erased.test(row.subject())) { // since it was looked up
        opening.remove(row.id());
      }
      sweepNowAndThen(now);
    }
    return known.key();
  }

  /** Forgets the keys of a subject; those not stored yet stay with the values that wait for them. */
  void forget(String subject) {
    sealing.keySet().removeIf(it -> it.subject().toString().equals(subject));
    opening.values().removeIf(it -> it.subject().equals(subject));
  }

  /** A key that waits to be stored is fresh however old: a second one in its place would be of the same generation. */
  private static boolean isFresh(DataKey key, Instant now) {
    return !key.isStored() || !key.wasOpenedBefore(now.minus(LONGEST));
  }

  private void sweepNowAndThen(Instant now) {
    long since = misses.get();
    if (since >= SWEEP_EVERY && misses.compareAndSet(since, 0)) {
      Instant eldest = now.minus(LONGEST);
      boolean crowded = opening.size() > MOST;
      opening.values().removeIf(it -> crowded || it.wasOpenedBefore(eldest));
      boolean full = sealing.size() > MOST;
      for (Map.Entry<SealedFor, DataKey> each : sealing.entrySet()) {
        if (full || each.getValue().wasOpenedBefore(eldest)) {
          sealing.computeIfPresent(each.getKey(),
              (it, key) -> key.canBeForgotten() && (full || key.wasOpenedBefore(eldest)) ? null : key);
        }
      }
    }
  }
}
