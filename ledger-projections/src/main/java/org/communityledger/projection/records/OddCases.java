package org.communityledger.projection.records;

import static org.communityledger.projection.records.AnomalyKind.CLOSED_WITHOUT_FIX;
import static org.communityledger.projection.records.AnomalyKind.ERASED_WHILE_OPEN;
import static org.communityledger.projection.records.AnomalyKind.EXTENDED_AFTER_EXPIRY;
import static org.communityledger.projection.records.AnomalyKind.PLAN_SCOPE_DIFFERS;
import static org.communityledger.projection.records.AnomalyKind.RATED_BY_OWNER;
import static org.communityledger.projection.records.AnomalyKind.REJECTION_RETRACTED;

import java.util.Optional;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.projection.Happening;

/** What is odd about cases. */
final class OddCases {
  private OddCases() {}

  /** Whether an event of a case can have to do with anything odd. */
  static boolean concerns(CaseEvent event) {
    return switch (event) {
      case CaseReported it -> true;
      case CaseAccepted it -> true;
      case CaseDeclined it -> true;
      case CaseMarkedDuplicate it -> true;
      case DuplicateUnmarked it -> true;
      case PlanAgreed it -> true;
      case WorkCompleted it -> true;
      case WorkRejected it -> true;
      case DeadlineExtended it -> true;
      case CaseClosed it -> true;
      case CaseReopened it -> true;
      case CaseRated it -> true;
      default -> false;
    };
  }

  static Watched after(Watched before, CaseEvent event, Happening happening) {
    RecordedEvent recorded = happening.recorded();
    CaseCourse course = before.course().orElse(CaseCourse.REPORTED);
    return switch (event) {
      case CaseReported it -> before.at(course);
      case CaseAccepted it -> before.at(course.accepted(it.owner(), it.dueBy()));
      case CaseDeclined it -> before.at(course.open(false));
      case CaseMarkedDuplicate it -> before.at(course.open(false));
      case DuplicateUnmarked it -> before.at(course.open(true));
      case PlanAgreed it -> compared(before, course.planned(it.extent()), recorded);
      case WorkCompleted it -> compared(before, course.done(it.extent()), recorded);
      case DeadlineExtended it -> extended(before, course, it, happening);
      case CaseClosed it -> closed(before.at(course.open(false)), it, recorded);
      case CaseReopened it -> before.at(course.open(true).due(it.dueBy())).without(CLOSED_WITHOUT_FIX);
      case CaseRated it -> rated(before.at(course), course, recorded);
      default -> before;
    };
  }

  private static Watched compared(Watched before, CaseCourse now, RecordedEvent by) {
    Watched after = before.without(PLAN_SCOPE_DIFFERS).at(now);
    return now.differs()
        ? after.with(Anomaly.of(PLAN_SCOPE_DIFFERS, before.about(),
            now.planned().orElseThrow() + "-" + now.done().orElseThrow(), by))
        : after;
  }

  private static Watched extended(Watched before, CaseCourse course, DeadlineExtended event, Happening happening) {
    Watched after = before.at(course.due(event.newDue()));
    boolean isTooLate = course.dueBy().filter(happening.occurred()::isSurelyAfter).isPresent();
    return isTooLate
        ? after.with(Anomaly.of(EXTENDED_AFTER_EXPIRY, before.about(), String.valueOf(event.newDue()),
            happening.recorded()))
        : after;
  }

  private static Watched closed(Watched after, CaseClosed event, RecordedEvent by) {
    CaseOutcome outcome = event.outcome();
    return outcome == CaseOutcome.WITHDRAWN || outcome == CaseOutcome.ANSWERED
        ? after.with(Anomaly.of(CLOSED_WITHOUT_FIX, after.about(), outcome.name(), by))
        : after;
  }

  private static Watched rated(Watched after, CaseCourse course, RecordedEvent by) {
    Actor rater = by.header().actor();
    return course.owner().filter(rater::actsAs)
        .map(it -> after.with(Anomaly.of(RATED_BY_OWNER, after.about(), it.value(), by))).orElse(after);
  }

  /** That work was found wanting was taken back; that is odd whatever is put in its place. */
  static Watched rejectionRetracted(Watched before, RecordedEvent retraction) {
    return before.with(Anomaly.of(REJECTION_RETRACTED, before.about(), "WorkRejected", retraction));
  }

  /** Nothing personal is left about a case with which there is something to do. */
  static Optional<Watched> erased(Optional<Watched> before, Tag subject, String basis, RecordedEvent by) {
    return before.map(row -> row.course().filter(CaseCourse::open).isPresent()
        ? row.with(Anomaly.of(ERASED_WHILE_OPEN, subject, basis, by))
        : row);
  }
}
