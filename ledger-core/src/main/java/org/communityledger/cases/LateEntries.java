package org.communityledger.cases;

import static org.communityledger.decide.Conflict.ofEach;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseRefusal.CaseClosed;
import org.communityledger.cases.CaseRefusal.NotAssigned;
import org.communityledger.cases.CaseRefusal.WrongStage;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Header;

/** What late entries about a case conflict with: what was done later with a case that already rested or was over. */
final class LateEntries {
  private LateEntries() {}

  /** Nothing is done with a duplicate. */
  static Reading<List<Conflict>> marking(MarkDuplicate command, Header header) {
    return Overtaken.by(header, handling(command.caseId()).or(preparing(command.caseId())).or(rating(command.caseId())))
        .map(it -> ofEach(it, command.caseId(), WrongStage.class));
  }

  /** A suspended case is not worked on, until its day has come. */
  static Reading<List<Conflict>> suspending(SuspendCase command, Header header) {
    return Overtaken.by(header, handling(command.caseId()).or(rating(command.caseId())))
        .map(later -> later.stream().filter(it -> begins(it, command.until())).toList())
        .map(it -> ofEach(it, command.caseId(), WrongStage.class));
  }

  private static boolean begins(Overtaken event, LocalDate before) {
    return event.occurred().earliest().filter(it -> it.isBefore(before)).isPresent();
  }

  /** A closed case is handled no more, nor planned for. */
  static Reading<List<Conflict>> closing(CloseCase command, Header header) {
    CaseId id = command.caseId();
    return Overtaken.by(header, handling(id)).map(it -> ofEach(it, id, WrongStage.class))
        .and(Overtaken.by(header, preparing(id)).map(it -> ofEach(it, id, CaseClosed.class)),
            (handled, planned) -> Stream.concat(handled.stream(), planned.stream()).toList());
  }

  /** Nobody works on what was given back. */
  static Reading<List<Conflict>> returning(ReturnAssignment command, Header header) {
    return Overtaken.by(header, Selection.of(command.caseId().tag(), WorkStarted.class, WorkCompleted.class))
        .map(it -> ofEach(it, command.caseId(), NotAssigned.class));
  }

  private static Selection handling(CaseId id) {
    return Selection.of(id.tag(), CaseAccepted.class, CaseAssigned.class, AssignmentReturned.class, WorkStarted.class,
        WorkCompleted.class, WorkVerified.class, WorkRejected.class, CaseSuspended.class, DeadlineExtended.class,
        CaseHeard.class);
  }

  private static Selection preparing(CaseId id) {
    return Selection.of(id.tag(), InterimMeasureTaken.class, SurveyRecorded.class, PlanAgreed.class);
  }

  private static Selection rating(CaseId id) {
    return Selection.of(id.tag(), CaseRated.class);
  }
}
