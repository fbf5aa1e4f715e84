package org.communityledger.cases;

import static org.communityledger.cases.CaseReadings.ofCase;
import static org.communityledger.cases.CaseReadings.withApproval;
import static org.communityledger.cases.CaseReadings.withParty;
import static org.communityledger.cases.Stage.ACCEPTED;
import static org.communityledger.cases.Stage.ASSIGNED;
import static org.communityledger.cases.Stage.DUPLICATE;
import static org.communityledger.cases.Stage.REPORTED;
import static org.communityledger.cases.Stage.WORKING;
import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.communityledger.cases.CaseReadings.WithParty;
import org.communityledger.cases.CaseRefusal.AlreadyReported;
import org.communityledger.cases.CaseRefusal.DuplicateChain;
import org.communityledger.cases.CaseRefusal.DuplicateOfItself;
import org.communityledger.cases.CaseRefusal.ReferralMissing;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.parties.PartyReadings;
import org.communityledger.places.PlaceReadings;

/** The rule sheet of cases: what there is, and how a case comes in. The rest follows in the order of a case's life. */
public final class CaseRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = Context.named("cases")
      // Since version 2, returning, reopening, and closing without a result need a reason; since version 3, late entries
      // are held against what was recorded before them, and whoever has an appointment in an organisation does not verify
      // or approve what it does.
      .rules(3)
      .event("CaseReported", 1, CaseReported.class)
      .event("SlaPolicyDefined", 1, SlaPolicyDefined.class)
      .event("CaseAccepted", 1, CaseAccepted.class)
      .event("CaseDeclined", 1, CaseDeclined.class)
      .event("CaseMarkedDuplicate", 1, CaseMarkedDuplicate.class)
      .event("DuplicateUnmarked", 1, DuplicateUnmarked.class)
      .event("InterimMeasureTaken", 1, InterimMeasureTaken.class)
      .event("SurveyRecorded", 1, SurveyRecorded.class)
      .event("PlanAgreed", 1, PlanAgreed.class)
      .event("CaseAssigned", 1, CaseAssigned.class)
      .event("AssignmentReturned", 1, AssignmentReturned.class)
      .event("WorkStarted", 1, WorkStarted.class)
      .event("WorkCompleted", 1, WorkCompleted.class)
      .event("WorkVerified", 1, WorkVerified.class)
      .event("WorkRejected", 1, WorkRejected.class)
      .event("CaseClosed", 1, CaseClosed.class)
      .event("CaseReopened", 1, CaseReopened.class)
      .event("CaseSuspended", 1, CaseSuspended.class)
      .event("CaseResumed", 1, CaseResumed.class)
      .event("DeadlineExtended", 1, DeadlineExtended.class)
      .event("CaseHeard", 1, CaseHeard.class)
      .event("CaseRated", 1, CaseRated.class)
      .command("ReportCase", ReportCase.class, CaseRules::caseAndNeeds, CaseRules::report)
      .command("DeclineCase", DeclineCase.class, it -> withParty(it, it.referTo()), CaseRules::decline)
      .command("MarkDuplicate", MarkDuplicate.class, CaseRules::bothCases, CaseRules::markDuplicate)
      .command("UnmarkDuplicate", UnmarkDuplicate.class, CaseReadings::ofCase, CaseRules::unmarkDuplicate)
      .command("DefineSlaPolicy", DefineSlaPolicy.class, it -> SlaPolicy.reading(it.policy()),
          DeadlineRules::definePolicy)
      .command("AcceptCase", AcceptCase.class, DeadlineRules::caseAndPolicy, DeadlineRules::acceptCase)
      .command("SuspendCase", SuspendCase.class, it -> withApproval(it, Optional.of(it.approval())),
          DeadlineRules::suspend)
      .command("ResumeCase", ResumeCase.class, CaseReadings::ofCase, DeadlineRules::resume)
      .command("ExtendDeadline", ExtendDeadline.class, it -> withApproval(it, Optional.of(it.approval())),
          DeadlineRules::extend)
      .command("TakeInterimMeasure", TakeInterimMeasure.class, CaseReadings::ofCase, WorkRules::takeInterimMeasure)
      .command("RecordSurvey", RecordSurvey.class, CaseReadings::ofCase, WorkRules::recordSurvey)
      .command("AgreePlan", AgreePlan.class, it -> withParty(it, it.agreedBy()), WorkRules::agreePlan)
      .command("AssignCase", AssignCase.class, it -> withParty(it, Optional.of(it.doer())), WorkRules::assign)
      .command("ReturnAssignment", ReturnAssignment.class, CaseReadings::ofCase, WorkRules::returnAssignment)
      .command("StartWork", StartWork.class, CaseReadings::ofCase, WorkRules::start)
      .command("CompleteWork", CompleteWork.class, CaseReadings::ofCase, WorkRules::complete)
      .commandReadingHeader("VerifyWork", VerifyWork.class, WorkRules::toVerify, WorkRules::verify)
      .command("CloseCase", CloseCase.class, it -> withApproval(it, it.approval()), ClosingRules::close)
      .command("ReopenCase", ReopenCase.class, CaseReadings::ofCase, ClosingRules::reopen)
      .command("HearCase", HearCase.class, CaseReadings::withMeeting, WorkRules::hear)
      .command("RateCase", RateCase.class, CaseReadings::ofCase, ClosingRules::rate)
      .late(MarkDuplicate.class, LateEntries::marking)
      .late(SuspendCase.class, LateEntries::suspending)
      .late(CloseCase.class, LateEntries::closing)
      .late(ReturnAssignment.class, LateEntries::returning)
      .place(ReportCase.class, it -> Whereabouts.named(Optional.of(it.place())))
      .place(CaseCommand.class, it -> Whereabouts.of(it.caseId().tag()))
      .build();

  private CaseRules() {}

  static Decision report(ReportCase command, Header header, CaseAndNeeds found) {
    if (found.existing().isKnown()) return found.existing().refuseTaken(new AlreadyReported(command.caseId()));
    if (found.missing().isPresent()) return found.missing().get();
    return accept(new CaseReported(command.caseId(), command.kind(), command.category(), command.place(),
        command.extent(), command.severity(), command.narrative(), command.reporter(), command.channel(),
        command.photos(), command.affects()));
  }

  private static Reading<CaseAndNeeds> caseAndNeeds(ReportCase command) {
    List<Reading<Existence>> needs = new ArrayList<>();
    needs.add(PlaceReadings.registered(command.place()));
    command.reporter().ifPresent(it -> needs.add(PartyReadings.registered(it)));
    return CaseReadings.reported(command.caseId()).and(Existence.firstMissing(needs), CaseAndNeeds::new);
  }

  /** Whether the case exists, and the refusal for what its report needs and is missing. */
  record CaseAndNeeds(Existence existing, Optional<Decision> missing) {}

  static Decision decline(DeclineCase command, Header header, WithParty found) {
    Case c = found.found();
    if (!c.isReported()) return c.refuseUnknown();
    if (found.missing().isPresent()) return found.missing().get();
    if (!c.isAt(header, REPORTED)) return c.refuseStage(header);
    if (command.why() == DeclineGround.NOT_RESPONSIBLE && command.referTo().isEmpty()) {
      return refuse(new ReferralMissing(command.caseId()));
    }
    return accept(new CaseDeclined(command.caseId(), command.why(), command.referTo()));
  }

  static Decision markDuplicate(MarkDuplicate command, Header header, BothCases found) {
    Case c = found.one();
    Case of = found.other();
    if (!c.isReported()) return c.refuseUnknown();
    if (command.of().equals(command.caseId())) return refuse(new DuplicateOfItself(command.caseId()));
    if (!of.isReported()) return of.refuseUnknown();
    if (!c.isAt(header, REPORTED, ACCEPTED, ASSIGNED, WORKING)) return c.refuseStage(header);
    DuplicateChain chain = new DuplicateChain(command.caseId(), command.of());
    if (of.isAt(header, DUPLICATE)) return refuse(chain, of.since());
    if (!c.duplicates().isEmpty()) {
      return refuse(chain, c.duplicates().values().stream().mapToLong(Long::longValue).toArray());
    }
    return accept(new CaseMarkedDuplicate(command.caseId(), command.of()));
  }

  private static Reading<BothCases> bothCases(MarkDuplicate command) {
    return ofCase(command).and(ofCase(command.of()), BothCases::new);
  }

  /** The case to be marked, and the case of which it is a duplicate. */
  record BothCases(Case one, Case other) {}

  static Decision unmarkDuplicate(UnmarkDuplicate command, Header header, Case c) {
    if (!c.isReported()) return c.refuseUnknown();
    return c.duplicateMark()
        .map(mark -> accept(new DuplicateUnmarked(command.caseId(), mark.fact().of(), mark.id())))
        .orElseGet(() -> c.refuseStage(header));
  }
}
