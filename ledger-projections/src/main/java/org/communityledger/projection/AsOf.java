package org.communityledger.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The moment for which views are asked, on two axes: what was <em>known</em> then, and what had <em>happened</em> by then
 * (ADR 0014).
 *
 * <pre>{@code
 * AsOf.now()                                                // all that is known
 * AsOf.asKnown(4711)                                        // what the ledger said when #4711 was its last entry
 * AsOf.asHappened(LocalDate.of(2024, 7, 31))                // what had happened by the end of July, as known today
 * AsOf.asKnown(4711).andHappened(LocalDate.of(2024, 7, 31)) // the same, as known then
 * }</pre>
 *
 * @param knowledge up to where the ledger is read
 * @param day the last day of which something is taken; empty for all days
 */
public record AsOf(Knowledge knowledge, Optional<LocalDate> day) {
  /** How much of the ledger is known. */
  public sealed interface Knowledge {
    /** All that stands in it. */
    record Head() implements Knowledge {}

    /**
     * All up to a position.
     *
     * @param position the last position known, 0 or more
     */
    record UpTo(long position) implements Knowledge {
      public UpTo {
        if (position < 0) {
          throw new IllegalArgumentException("Positions begin at 0, so nothing is known as of #" + position);
        }
      }
    }

    /**
     * All that was recorded by an instant.
     *
     * @param instant the last instant of which recordings are known
     */
    record RecordedBy(Instant instant) implements Knowledge {}
  }

  private static final AsOf NOW = new AsOf(new Knowledge.Head(), Optional.empty());

  /** All that is known, whenever it happened. */
  public static AsOf now() {
    return NOW;
  }

  /** What was known when the entry at the position was the last one. */
  public static AsOf asKnown(long position) {
    return new AsOf(new Knowledge.UpTo(position), Optional.empty());
  }

  /** What had been recorded by the instant, that instant included. */
  public static AsOf asKnown(Instant instant) {
    return new AsOf(new Knowledge.RecordedBy(instant), Optional.empty());
  }

  /**
   * What had surely happened by the end of the day, as known today. What may have happened by then, as far as its inexact
   * date tells, is in no row, and widens figures to intervals.
   */
  public static AsOf asHappened(LocalDate day) {
    return NOW.andHappened(day);
  }

  /** The same, of what had surely happened by the end of the day. */
  public AsOf andHappened(LocalDate last) {
    return new AsOf(knowledge, Optional.of(last));
  }
}
