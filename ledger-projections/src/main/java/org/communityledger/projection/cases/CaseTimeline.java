package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;
import org.communityledger.projection.sentences.Language;

/**
 * All that is recorded of one case. Its lines are made when they are asked for, from the leaves if a replay of the whole
 * log made it, so that whoever needs them often should copy the list. Immutable.
 *
 * @param caseId the case
 * @param progress how far it has come
 * @param recorded its events in the order of the record, a correction in the place of what it corrects
 */
public record CaseTimeline(CaseId caseId, CaseProgress progress, List<Line> recorded) {
  public CaseTimeline {
    recorded = Lines.of(recorded);
  }

  /**
   * One event of the case.
   *
   * @param recorded the event
   * @param recordedOn the day of recording in the ledger's time zone
   * @param stage the stage after it; for an event struck out, the stage it left untouched
   * @param retraction the event that took it back, if it was taken back
   */
  public record Line(RecordedEvent recorded, LocalDate recordedOn, Stage stage, Optional<RecordedEvent> retraction) {
    public long position() {
      return recorded.position();
    }

    public EventId eventId() {
      return recorded.id();
    }

    public CaseEvent event() {
      return (CaseEvent) recorded.event();
    }

    public When occurred() {
      return recorded.header().occurred();
    }

    public Actor actor() {
      return recorded.header().actor();
    }

    /** Whether the clerk concluded it because the source does not state it. */
    public boolean isInferred() {
      return recorded.header().source().inferred();
    }

    /** Whether it was taken back and does not count. */
    public boolean isStruckOut() {
      return retraction.isPresent();
    }

    /** The position of the retraction, if it was taken back. */
    public Optional<Long> retractedAt() {
      return retraction.map(RecordedEvent::position);
    }

    /** The days from happening to recording, if there was at least one for sure. */
    public Optional<Span> lateness() {
      return new Happening(recorded, recordedOn, retraction).lateness();
    }
  }

  /**
   * The time a case spent at a stage it has left.
   *
   * @param stage the stage
   * @param from when it got there
   * @param to when it left
   * @param days the days between, an interval where the dates are inexact; suspensions are stages of their own here
   */
  public record StageSpan(Stage stage, When from, When to, Span days) {}

  static CaseTimeline of(CaseId id) {
    return new CaseTimeline(id, CaseProgress.START, List.of());
  }

  CaseTimeline with(Happening happening) {
    CaseEvent event = (CaseEvent) happening.event();
    boolean moves = !happening.isStruckOut() && event.caseId().equals(caseId);
    CaseProgress after = moves ? progress.after(event) : progress;
    return new CaseTimeline(caseId, after, Lines.of(recorded).with(happening, after.stage()));
  }

  /** How the case was reported; empty if the report was taken back or is not recorded. */
  public Optional<CaseReported> report() {
    return counting().stream().flatMap(it -> it.event() instanceof CaseReported report && report.caseId().equals(caseId)
        ? Optional.of(report).stream()
        : Optional.<CaseReported>empty().stream()).findFirst();
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

  /** The stages the case has been through and left, in order. A suspension that ran out ended on its last day. */
  public List<StageSpan> stageSpans() {
    List<StageSpan> spans = new ArrayList<>();
    StageClock clock = StageClock.START;
    for (Line each : counting()) {
      if (each.event().caseId().equals(caseId)) {
        clock = clock.after(each.event(), each.occurred(), spans::add);
      }
    }
    return List.copyOf(spans);
  }

  private List<Line> counting() {
    return recorded.stream().filter(it -> !it.isStruckOut()).toList();
  }

  /** The history as plain lines to be printed, events in the order in which they happened. */
  public List<String> render(Language language) {
    return TimelineText.in(language).lines(this);
  }
}
