package org.communityledger.projection;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;

/**
 * An event as a projection is told of it. Each row is told of its events in order of position, save that a correction
 * comes right after what it corrects, if that touches the same row, because it stands in that event's place.
 *
 * @param recorded the event
 * @param recordedOn the day of recording in the ledger's time zone
 * @param retraction the event that took it back, if it was taken back; only projections that show struck-out events are
 *   told of such events
 */
public record Happening(RecordedEvent recorded, LocalDate recordedOn, Optional<RecordedEvent> retraction) {
  public Event event() {
    return recorded.event();
  }

  /** When it happened, no more exact than stated. */
  public When occurred() {
    return recorded.header().occurred();
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
}
