package org.communityledger.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of which the same recur: for equal bytes that come again soon it gives the object it gave before. So they
 * are read, checked and held in memory once. It remembers a fixed number, none of them long; the newest push others out.
 *
 * <p>Safe for many threads: what it remembers never changes, and a value that another thread pushed out is read again.
 *
 * @param <T> immutable, with value equality
 */
final class Recurring<T> implements PlainReader<T> {
  private static final int PLACES = 1 << 12;
  /** What is longer hardly recurs, and thousands of free texts would be held in memory. */
  private static final int LONGEST = 256;
  private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final PlainReader<T> reader;
  private final char last;
  /** Kept apart, as a place without the value looked for is told by its hash, without a look at the value there. */
  private final int[] hashes = new int[PLACES];
  private final AtomicReferenceArray<@Nullable Known<T>> known = new AtomicReferenceArray<>(PLACES);

  /**
   * A reader of values that recur.
   *
   * @param reader reads a value that is not known
   * @param last the character with which a value ends; one with another such character inside is never remembered
   */
  Recurring(PlainReader<T> reader, char last) {
    this.reader = reader;
    this.last = last;
  }

  private record Known<T>(byte[] bytes, T value) {}

  @Override
  public T read(PlainJson json) {
    byte[] bytes = json.bytes();
    int from = json.at();
    int to = json.behind(last);
    if (to - from > LONGEST) {
      return reader.read(json);
    }
    int hash = hash(bytes, from, to);
    int place = hash & (PLACES - 1);
    Known<T> found = hashes[place] == hash ? known.getAcquire(place) : null;
    if (found != null && Arrays.equals(found.bytes, 0, found.bytes.length, bytes, from, to)) {
      json.goTo(to);
      return found.value;
    }
    T value = reader.read(json);
    if (json.at() == to) {
      known.setRelease(place, new Known<>(Arrays.copyOfRange(bytes, from, to), value));
      hashes[place] = hash;
    }
    return value;
  }

  @Override
  public T absent() {
    return reader.absent();
  }

  /** Eight bytes at a time. */
  private static int hash(byte[] bytes, int from, int to) {
    long hash = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mix(hash ^ (long) WORDS.get(bytes, at));
    }
    for (; at < to; at++) {
      hash = mix(hash ^ bytes[at]);
    }
    return (int) hash;
  }

  private static long mix(long hash) {
    long product = hash * 0x9E37_79B9_7F4A_7C15L;
    return product ^ product >>> 32;
  }
}
