package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;

/**
 * An appeal and its hearings.
 *
 * @param caseId the appeal
 * @param place where it was made
 * @param reported when it was made; where that has no last possible day, it is the day of recording
 * @param progress how far it has come
 * @param hearings when it was heard, in the order of the record
 * @param position the position of the last event about it
 */
public record AppealRow(
    CaseId caseId,
    PlaceId place,
    When reported,
    CaseProgress progress,
    List<Hearing> hearings,
    long position) {
  public AppealRow {
    hearings = List.copyOf(hearings);
  }

  /**
   * One hearing.
   *
   * @param meeting the meeting
   * @param when when it was heard, no more exact than stated
   * @param position the position of the event that says so
   */
  public record Hearing(ActivityId meeting, When when, long position) {}

  /** Whether an appeal was heard. */
  public enum Standing {
    /** It was heard, at least once. */
    HEARD,
    /** It was not, and is open. */
    WAITING,
    /** It was not, and is closed, declined, or the same as another case. */
    ENDED_UNHEARD
  }

  static AppealRow of(CaseReported report, Happening happening) {
    return new AppealRow(report.caseId(), report.place(),
        happening.bounded(), CaseProgress.START.after(report), List.of(),
        happening.recorded().position());
  }

  AppealRow after(CaseEvent event, RecordedEvent recorded) {
    List<Hearing> heard = new ArrayList<>(hearings);
    if (event instanceof CaseHeard it) {
      heard.add(new Hearing(it.activity(), recorded.header().occurred(), recorded.position()));
    }
    return new AppealRow(caseId, place, reported, progress.after(event), heard,
        Math.max(position, recorded.position()));
  }

  public Standing standing() {
    if (!hearings.isEmpty()) {
      return Standing.HEARD;
    }
    return switch (progress.stage()) {
      case REPORTED, ACCEPTED, ASSIGNED, WORKING, DONE, VERIFIED, SUSPENDED -> Standing.WAITING;
      case CLOSED, DECLINED, DUPLICATE -> Standing.ENDED_UNHEARD;
    };
  }

  /** How many days it has waited on that day; empty unless it is waiting by then. */
  public Optional<Span> waited(LocalDate day) {
    boolean waits = standing() == Standing.WAITING && !reported.isSurelyAfter(day);
    return waits ? Optional.of(reported.until(When.on(day))) : Optional.empty();
  }
}
