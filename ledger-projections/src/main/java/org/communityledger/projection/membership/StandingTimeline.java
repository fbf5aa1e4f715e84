package org.communityledger.projection.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.Ending;
import org.communityledger.membership.MembershipEvent.OfStanding;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.StandingEnd;
import org.communityledger.projection.Happening;
import org.communityledger.projection.membership.StandingRow.StageStay;
import org.communityledger.projection.sentences.Language;

/**
 * All that is recorded of one standing. Its lines are made when they are asked for, from the leaves if a replay of the whole
 * log made it, so that whoever needs them often should copy the list. Immutable.
 *
 * @param standing the standing
 * @param recorded its events in the order of the record, a correction in the place of what it corrects
 */
public record StandingTimeline(StandingId standing, List<Line> recorded) {
  public StandingTimeline {
    recorded = StandingLines.of(recorded);
  }

  /**
   * One event of the standing.
   *
   * @param recorded the event
   * @param recordedOn the day of recording in the ledger's time zone
   * @param retraction the event that took it back, if it was taken back
   */
  public record Line(RecordedEvent recorded, LocalDate recordedOn, Optional<RecordedEvent> retraction) {
    public long position() {
      return recorded.position();
    }

    public OfStanding event() {
      return (OfStanding) recorded.event();
    }

    public When occurred() {
      return recorded.header().occurred();
    }

    /** Whether the clerk concluded it because the source does not state it. */
    public boolean isInferred() {
      return recorded.header().source().inferred();
    }

    /** Whether it was taken back and does not count. */
    public boolean isStruckOut() {
      return retraction.isPresent();
    }

    /** The days from happening to recording, if there was at least one for sure. */
    public Optional<Span> lateness() {
      return new Happening(recorded, recordedOn, retraction).lateness();
    }
  }

  static StandingTimeline of(StandingId id) {
    return new StandingTimeline(id, List.of());
  }

  StandingTimeline with(Happening happening) {
    return new StandingTimeline(standing, StandingLines.of(recorded).with(happening));
  }

  /** The standing as these events leave it; empty if its beginning was taken back. */
  public Optional<StandingRow> row() {
    Optional<StandingRow> row = Optional.empty();
    for (Line each : recorded) {
      row = each.isStruckOut() ? row : after(row, each);
    }
    return row;
  }

  private static Optional<StandingRow> after(Optional<StandingRow> row, Line line) {
    return switch (line.event()) {
      case Beginning it -> Optional.of(StandingRow.of(it, line.occurred()));
      case StageReached it -> row.map(standing -> standing.reaching(it, line.occurred()));
      case Ending it -> row.map(standing -> standing.ended(it.end(), line.occurred()));
      case TalkHeld it -> row;
    };
  }

  /** The code of the stage the person is at, or was at last. */
  public Optional<String> stage() {
    return row().map(StandingRow::stage);
  }

  /** How it ended, if it did. */
  public Optional<StandingEnd> end() {
    return row().flatMap(StandingRow::ending).map(StandingRow.Ending::how);
  }

  /** The stays at stages that are over, in order. */
  public List<StageStay> stays() {
    return row().map(StandingRow::stays).orElse(List.of());
  }

  /**
   * All events in the order in which they happened, as far as the dates tell: none stands before one that was surely
   * earlier; otherwise they stand as recorded.
   */
  public List<Line> asHappened() {
    List<Line> ordered = new ArrayList<>();
    for (Line each : recorded) {
      int place = 0;
      while (place < ordered.size() && !each.occurred().isSurelyBefore(ordered.get(place).occurred())) {
        place++;
      }
      ordered.add(place, each);
    }
    return List.copyOf(ordered);
  }

  /** The history as plain lines to be printed, events in the order in which they happened. */
  public List<String> render(Language language) {
    return StandingText.in(language).lines(this);
  }
}
