package org.communityledger.projection.records;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;

/**
 * An entry of the ledger and where it is known from.
 *
 * @param position its position
 * @param event its id
 * @param type what sort of fact it is: {@code CaseReported}
 * @param occurred when it happened
 * @param recordedAt when it was recorded
 * @param actor who recorded it
 * @param source where it is known from
 * @param corrects the event in whose place it stands, if it is a correction
 * @param struckOutBy the event that took it back, if one did
 */
public record AuditLine(
    long position,
    EventId event,
    String type,
    When occurred,
    Instant recordedAt,
    Actor actor,
    Source source,
    Optional<EventId> corrects,
    Optional<EventId> struckOutBy) {
  static AuditLine of(Happening happening) {
    return of(happening.recorded(), happening.retraction().map(RecordedEvent::id));
  }

  /** Of an entry, and the event that took it back. */
  static AuditLine of(RecordedEvent recorded, Optional<EventId> struckOutBy) {
    Header header = recorded.header();
    return new AuditLine(recorded.position(), recorded.id(), typeOf(recorded.event()), header.occurred(),
        recorded.recordedAt(), header.actor(), header.source(), recorded.corrects(), struckOutBy);
  }

  private static String typeOf(Event event) {
    return event instanceof OpaqueEvent it ? it.name() : event.getClass().getSimpleName();
  }

  /** The place in the source where it is known from. */
  public Origin origin() {
    return new Origin(source.kind(), source.ref(), source.locator());
  }

  /**
   * A place in a source, such as an article of a newspaper page. Ordered by its text.
   *
   * @param kind what sort of source
   * @param ref which one
   * @param locator where in it; empty for the source as a whole
   */
  public record Origin(Source.Kind kind, String ref, Optional<String> locator) implements Comparable<Origin> {
    private static final Comparator<Origin> BY_TEXT = Comparator.comparing(Origin::toString);

    @Override
    public int compareTo(Origin other) {
      return BY_TEXT.compare(this, other);
    }

    /** Sort, source and place, as the index of the {@link AuditTrail} has it: {@code PRESS 2024-08-02 page 5 # D}. */
    @Override
    public String toString() {
      return kind + " " + ref + locator.map(it -> " # " + it).orElse("");
    }
  }
}
