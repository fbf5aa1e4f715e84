package org.communityledger.projection;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;

/**
 * An event as a projection is told of it. Each row is told of its events in order of position, save that a correction
 * comes right after what it corrects, if that touches the same row, because it stands in that event's place.
 *
 * <p>Two happenings are equal if event, day of recording and retraction are. Immutable and safe for many threads.
 */
public final class Happening {
  private final RecordedEvent recorded;
  private final LocalDate recordedOn;
  private final Optional<RecordedEvent> retraction;
  private final KeptEvent kept;

  /**
   * An event to be told.
   *
   * @param recorded the event
   * @param recordedOn the day of recording in the ledger's time zone
   * @param retraction the event that took it back, if it was taken back; only projections that show struck-out events are
   *   told of such events
   */
  public Happening(RecordedEvent recorded, LocalDate recordedOn, Optional<RecordedEvent> retraction) {
    this(recorded, recordedOn, retraction, KeptEvent.of(recorded));
  }

  /** The same, with another form of the event for rows that keep it. */
  Happening(RecordedEvent recorded, LocalDate recordedOn, Optional<RecordedEvent> retraction, KeptEvent kept) {
    this.recorded = recorded;
    this.recordedOn = recordedOn;
    this.retraction = retraction;
    this.kept = kept;
  }

  public RecordedEvent recorded() {
    return recorded;
  }

  /** The same event, for a row that keeps many. */
  public KeptEvent kept() {
    return kept;
  }

  /** The day of recording in the ledger's time zone. */
  public LocalDate recordedOn() {
    return recordedOn;
  }

  /** The event that took it back, if it was taken back. */
  public Optional<RecordedEvent> retraction() {
    return retraction;
  }

  public Event event() {
    return recorded.event();
  }

  /** When it happened, no more exact than stated. */
  public When occurred() {
    return recorded.header().occurred();
  }

  /** When it happened; where no last possible day is stated, that is the day of recording. */
  public When bounded() {
    When when = occurred();
    return when.latest().isPresent() || when.isSurelyAfter(recordedOn)
        ? when
        : new When(when.earliest(), Optional.of(recordedOn), when.instant(), when.asStated(), when.inferred());
  }

  /** Whether the event was taken back and does not count. */
  public boolean isStruckOut() {
    return retraction.isPresent();
  }

  /** The days from happening to recording, if there was at least one for sure. */
  public Optional<Span> lateness() {
    return Optional.of(occurred().until(When.on(recordedOn))).filter(it -> it.least() > 0);
  }

  /** Whether it was surely recorded on a later day than it happened. */
  public boolean isLate() {
    return lateness().isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Happening that && recorded.equals(that.recorded) && recordedOn.equals(that.recordedOn)
        && retraction.equals(that.retraction);
  }

  @Override
  public int hashCode() {
    return Objects.hash(recorded, recordedOn, retraction);
  }

  @Override
  public String toString() {
    return "Happening[recorded=" + recorded + ", recordedOn=" + recordedOn + ", retraction=" + retraction + "]";
  }
}
