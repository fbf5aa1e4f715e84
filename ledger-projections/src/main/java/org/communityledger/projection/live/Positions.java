package org.communityledger.projection.live;

import java.util.Arrays;
import java.util.PrimitiveIterator;

/**
 * Positions in the order in which they were added, in a byte or two each if they stand close together: there may be as
 * many as there are entries. For one thread.
 */
final class Positions {
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[8];
  private int length;
  private long last;

  void add(long position) {
    long step = position - last;
    last = position;
    long left = (step << 1) ^ (step >> 63); // small also when it goes back a little
    for (; left >= MORE; left >>>= 7) {
      put((byte) (left | MORE));
    }
    put((byte) left);
  }

  private void put(byte next) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length + (length >> 1));
    }
    bytes[length++] = next;
  }

  /** The number of bytes taken. */
  int length() {
    return length;
  }

  PrimitiveIterator.OfLong iterator() {
    return new PrimitiveIterator.OfLong() {
      private int at;
      private long position;

      @Override
      public boolean hasNext() {
        return at < length;
      }

      @Override
      public long nextLong() {
        long read = 0;
        int shift = 0;
        for (; bytes[at] < 0; shift += 7) {
          read |= (long) (bytes[at++] & (MORE - 1)) << shift;
        }
        read |= (long) bytes[at++] << shift;
        position += (read >>> 1) ^ -(read & 1);
        return position;
      }
    };
  }
}
