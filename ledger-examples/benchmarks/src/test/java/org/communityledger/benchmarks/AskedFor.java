package org.communityledger.benchmarks;

import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AgreePlan;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.DeclineCase;
import org.communityledger.cases.CaseCommand.ExtendDeadline;
import org.communityledger.cases.CaseCommand.HearCase;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.ResumeCase;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseCommand.TakeInterimMeasure;
import org.communityledger.cases.CaseCommand.UnmarkDuplicate;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.AppliedPolicy;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.DefineSlaPolicy;
import org.communityledger.cases.SlaPolicyDefined;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsEvent.ApprovalGiven;

/** The commands to which rules answer with given events. */
final class AskedFor {
  private AskedFor() {}

  /** What has to be asked for so that this event is recorded, if the rules allow it. */
  static Command by(Event event) {
    return switch (event) {
      case PlaceRegistered it -> new RegisterPlace(it.place(), it.kind(), it.name(), it.parent(), it.parentConfirmed());
      case PersonRegistered it -> new RegisterPerson(it.person(), it.identity(), it.over18(), it.descriptor());
      case OrgRegistered it -> new RegisterOrg(it.org(), it.kind(), it.name(), it.nameComplete(), it.parent(),
          it.place());
      case ApprovalGiven it -> new GiveApproval(it.approval(), it.what(), it.target(), it.limit());
      case SlaPolicyDefined it -> new DefineSlaPolicy(it.policy(), it.version(), it.days());
      case CaseEvent it -> byCase(it);
      default -> throw new IllegalArgumentException("Nobody asks for a " + event.getClass().getSimpleName());
    };
  }

  private static Command byCase(CaseEvent event) {
    return switch (event) {
      case CaseReported it -> new ReportCase(it.caseId(), it.kind(), it.category(), it.place(), it.extent(),
          it.severity(), it.narrative(), it.reporter(), it.channel(), it.photos(), it.affects());
      case CaseAccepted it -> new AcceptCase(it.caseId(), it.owner(), it.policy().map(AppliedPolicy::policy));
      case CaseDeclined it -> new DeclineCase(it.caseId(), it.why(), it.referTo());
      case CaseMarkedDuplicate it -> new MarkDuplicate(it.caseId(), it.of());
      case DuplicateUnmarked it -> new UnmarkDuplicate(it.caseId());
      case InterimMeasureTaken it -> new TakeInterimMeasure(it.caseId(), it.measure());
      case SurveyRecorded it -> new RecordSurvey(it.caseId(), it.findings());
      case PlanAgreed it -> new AgreePlan(it.caseId(), it.measures(), it.scope(), it.extent(), it.agreedBy());
      case CaseAssigned it -> new AssignCase(it.caseId(), it.doer(), it.task(), it.dueBy());
      case AssignmentReturned it -> new ReturnAssignment(it.caseId());
      case WorkStarted it -> new StartWork(it.caseId());
      case WorkCompleted it ->
        new CompleteWork(it.caseId(), it.doer(), it.scopeDone(), it.extent(), it.effort(), it.photos());
      case WorkVerified it -> new VerifyWork(it.caseId(), true, it.remarks());
      case WorkRejected it -> new VerifyWork(it.caseId(), false, it.remarks());
      case CaseClosed it -> new CloseCase(it.caseId(), it.outcome(), it.approval());
      case CaseReopened it -> new ReopenCase(it.caseId(), it.dueBy());
      case CaseSuspended it -> new SuspendCase(it.caseId(), it.until(), it.approval().orElseThrow());
      case CaseResumed it -> new ResumeCase(it.caseId());
      case DeadlineExtended it -> new ExtendDeadline(it.caseId(), it.newDue(), it.approval().orElseThrow());
      case CaseHeard it -> new HearCase(it.caseId(), it.activity(), it.resolution());
      case CaseRated it ->
        new RateCase(it.caseId(), it.reached(), it.contacted(), it.solved(), it.satisfied(), it.remark());
    };
  }
}
