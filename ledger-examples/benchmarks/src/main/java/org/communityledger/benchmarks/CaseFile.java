package org.communityledger.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.communityledger.benchmarks.District.Deadline;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
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
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.ApprovalGiven;

/**
 * What is on file of one made-up case: writes its next entry so that it rests on those before, as the rules would. Who
 * asks has to keep to an order that the rules allow. Not thread-safe.
 */
final class CaseFile {
  static final List<String> CATEGORIES = List.of("wall", "wiring", "lift", "drain", "stairs", "fire-lane", "noise",
      "parking");
  private static final List<String> MEASURES = List.of("repair", "replace", "fence-off", "clear", "pump-out");
  private static final Actor APPROVER = Actor.of(District.SUPERVISION, "supervisor");
  private static final Actor CLERK = Actor.of(District.OFFICE, "clerk");
  private static final Actor HOTLINE = Actor.of(District.OFFICE, "hotline");

  private final District district;
  private final Chance chance;
  private final ReportCase report;
  private final Actor owner;
  private final Actor inspector;
  private OrgId doer;
  private LocalDate lastDay;
  private Optional<LocalDate> due = Optional.empty();
  private int extensions;
  private int reopenings;
  private Optional<ApprovalId> approval = Optional.empty();
  private Optional<EventId> reported = Optional.empty();
  private Optional<EventId> inHand = Optional.empty();
  private Optional<EventId> visit = Optional.empty();
  private Optional<EventId> assignment = Optional.empty();
  private Optional<EventId> completion = Optional.empty();
  private Optional<EventId> verification = Optional.empty();
  private Optional<EventId> closing = Optional.empty();
  private Optional<EventId> rating = Optional.empty();
  private Optional<EventId> last = Optional.empty();

  /** A case that is about to be reported, maybe by somebody known. */
  CaseFile(District district, Optional<Party> reporter) {
    this.district = district;
    this.chance = district.chance();
    this.report = report(reporter);
    this.owner = Actor.of(district.someCompany(), "owner");
    this.doer = district.someCompany();
    this.inspector = Actor.of(district.someWorker(), "inspector");
    this.lastDay = district.today().minusDays(60);
  }

  private ReportCase report(Optional<Party> reporter) {
    Optional<Tally> extent = chance.happens(330)
        ? Optional.of(Tally.about(chance.between(10, 100), Unit.METRE))
        : Optional.empty();
    Optional<Tally> affects = chance.happens(250)
        ? Optional.of(Tally.atLeast(chance.between(1, 60), Unit.HOUSEHOLD))
        : Optional.empty();
    return new ReportCase(new CaseId(district.nextId()), kind(), chance.oneOf(CATEGORIES), district.someEstate(),
        extent, severity(), reporter, chance.oneOf(List.of(Channel.values())), affects);
  }

  private CaseKind kind() {
    int draw = chance.between(1, 100);
    return draw <= 55 ? CaseKind.HAZARD : draw <= 75 ? CaseKind.NEED : draw <= 90 ? CaseKind.APPEAL : CaseKind.QUERY;
  }

  private Severity severity() {
    int draw = chance.between(1, 100);
    return draw <= 15 ? Severity.HIGH : draw <= 50 ? Severity.MEDIUM : draw <= 80 ? Severity.LOW : Severity.UNRATED;
  }

  ReportCase report() {
    return report;
  }

  CaseId id() {
    return report.caseId();
  }

  boolean isDue() {
    return due.isPresent();
  }

  private Step happened(Actor actor, Function<EventId, Event> event) {
    return district.happened(actor, when(), id -> {
      last = Optional.of(id);
      return event.apply(id);
    });
  }

  /** Later entries of a case do not tell of earlier days. */
  private When when() {
    When when = district.occurred(lastDay);
    lastDay = when.earliest().orElse(lastDay);
    return when;
  }

  Step reported() {
    return happened(report.reporter().map(it -> Actor.of(it, "reporter")).orElse(HOTLINE), id -> {
      reported = Optional.of(id);
      return new CaseReported(id(), report.kind(), report.category(), report.place(), report.extent(),
          report.severity(), report.reporter(), report.channel(), report.affects());
    });
  }

  EventId reportId() {
    return reported.orElseThrow();
  }

  /** The report named the wrong place, and sometimes the wrong day. */
  Step reportCorrected() {
    ReportCase right = new ReportCase(id(), report.kind(), report.category(), district.someFirstEstate(),
        report.extent(), report.severity(), report.reporter(), report.channel(), report.affects());
    Optional<When> day = chance.happens(300) ? Optional.of(When.on(lastDay)) : Optional.empty();
    return takenBack(reportId(), new Replacement(right, day));
  }

  Step declined() {
    DeclineGround why = chance.oneOf(List.of(DeclineGround.values()));
    Optional<OrgId> referTo = why == DeclineGround.NOT_RESPONSIBLE
        ? Optional.of(district.someCompany())
        : Optional.empty();
    return happened(CLERK, id -> new CaseDeclined(id(), why, referTo));
  }

  Step markedDuplicate(CaseId of) {
    return happened(CLERK, id -> new CaseMarkedDuplicate(id(), of));
  }

  Step duplicateUnmarked(CaseId of) {
    EventId marking = last.orElseThrow();
    return happened(CLERK, id -> new DuplicateUnmarked(id(), of, marking));
  }

  Step accepted() {
    When when = when();
    Optional<Deadline> deadline = chance.happens(850)
        ? Optional.of(district.deadline(report.kind() == CaseKind.HAZARD ? Settling.REPAIRS : Settling.SERVICE,
            report.category(), district.dayOf(when)))
        : Optional.empty();
    due = deadline.flatMap(Deadline::dueBy);
    return district.happened(owner, when, id -> {
      inHand = Optional.of(id);
      return new CaseAccepted(id(), (OrgId) owner.who(), deadline.map(Deadline::policy), due);
    });
  }

  Step interimMeasureTaken() {
    return happened(owner, id -> {
      visit = Optional.of(id);
      return new InterimMeasureTaken(id(), chance.oneOf(MEASURES));
    });
  }

  Step surveyRecorded() {
    return happened(inspector, id -> {
      visit = Optional.of(id);
      return new SurveyRecorded(id());
    });
  }

  /** The last measure or survey was on another case. */
  Step visitTakenBack() {
    return takenBack(visit.orElseThrow());
  }

  EventId visit() {
    return visit.orElseThrow();
  }

  Step planAgreed() {
    Optional<Party> agreedBy = report.reporter().or(() -> Optional.of(owner.who()));
    return happened(owner, id -> new PlanAgreed(id(), List.of(chance.oneOf(MEASURES)), report.extent(),
        chance.happens(800) ? Extent.WHOLE : Extent.PART, agreedBy));
  }

  Step assigned() {
    Optional<LocalDate> dueBy = chance.happens(700)
        ? Optional.of(district.today().plusDays(chance.between(3, 30)))
        : Optional.empty();
    return happened(owner, id -> {
      assignment = Optional.of(id);
      return new CaseAssigned(id(), doer, "mend", dueBy, inHand);
    });
  }

  /** Given back; the next assignment is somebody else's. */
  Step assignmentReturned() {
    Actor by = Actor.of(doer, "contractor");
    doer = district.someCompany();
    return happened(by, id -> new AssignmentReturned(id(), assignment.orElseThrow()));
  }

  Step workStarted() {
    return happened(Actor.of(doer, "contractor"), id -> new WorkStarted(id(), assignment.orElseThrow()));
  }

  Step workCompleted() {
    verification = Optional.empty();
    return happened(Actor.of(doer, "contractor"), id -> {
      completion = Optional.of(id);
      return new WorkCompleted(id(), doer, report.extent(), extent(), effort(), assignment.orElseThrow());
    });
  }

  private Extent extent() {
    return chance.happens(850) ? Extent.WHOLE : chance.oneOf(List.of(Extent.values()));
  }

  private Optional<Tally> effort() {
    return chance.happens(400) ? Optional.of(Tally.exact(chance.between(1, 9), Unit.DAY)) : Optional.empty();
  }

  EventId completion() {
    return completion.orElseThrow();
  }

  /** The effort was written down wrongly; whatever rests on the completion later, rests on the right one. */
  Step completionCorrected() {
    Step step = takenBack(completion(),
        new Replacement(new CompleteWork(id(), doer, report.extent(), Extent.WHOLE, effort()), Optional.empty()));
    completion = Optional.of(new EventId(step.header().command(), 1));
    return step;
  }

  Step workRejected() {
    return happened(inspector, id -> new WorkRejected(id(), completion()));
  }

  Step workVerified() {
    return happened(inspector, id -> {
      verification = Optional.of(id);
      return new WorkVerified(id(), completion());
    });
  }

  Step approved(String what, Id target) {
    ApprovalId given = new ApprovalId(district.nextId());
    approval = Optional.of(given);
    return district.happened(APPROVER, When.on(district.today()),
        id -> new ApprovalGiven(given, what, target.tag(), Optional.empty()));
  }

  /** The case rests for so many days. */
  Step suspended(int days) {
    return happened(owner, id -> new CaseSuspended(id(), district.today().plusDays(days), approval));
  }

  Step resumed() {
    EventId suspension = last.orElseThrow();
    return happened(owner, id -> new CaseResumed(id(), suspension));
  }

  /** The suspension has run out by itself: nothing that is told from here on was before. */
  void rested() {
    lastDay = district.today();
  }

  Step deadlineExtended() {
    due = due.map(it -> it.plusDays(chance.between(5, 30)));
    extensions++;
    return happened(owner, id -> new DeadlineExtended(id(), due.orElseThrow(), extensions, approval));
  }

  Step closed(CaseOutcome outcome) {
    return ended(outcome, Optional.empty());
  }

  /** Closed with an outcome that needs an approval. */
  Step closedAsApproved(CaseOutcome outcome) {
    return ended(outcome, approval);
  }

  private Step ended(CaseOutcome outcome, Optional<ApprovalId> cited) {
    return happened(owner, id -> {
      closing = Optional.of(id);
      return new CaseClosed(id(), outcome, cited, verification);
    });
  }

  /** Taken up again, sometimes because of what the reporter said. */
  Step reopened() {
    EventId ended = last.orElseThrow();
    LocalDate until = district.today().plusDays(chance.between(7, 30));
    due = Optional.of(until);
    reopenings++;
    verification = Optional.empty();
    Header plain = district.header(CLERK, when());
    Header header = rating.map(plain::causedBy).orElse(plain);
    EventId id = new EventId(header.command(), 0);
    inHand = Optional.of(id);
    last = inHand;
    rating = Optional.empty();
    return new Step.Happened(header, new CaseReopened(id(), reopenings, until, ended));
  }

  Step rated() {
    Actor rater = report.reporter().map(it -> Actor.of(it, "reporter")).orElse(HOTLINE);
    return district.happened(rater, when(), id -> {
      rating = Optional.of(id);
      return new CaseRated(id(), Optional.of(true), Optional.of(chance.happens(900)),
          Optional.of(chance.happens(800)), Optional.of(chance.between(1, 5)), closing);
    });
  }

  private Step takenBack(EventId wrong, Replacement... right) {
    return new Step.TakenBack(district.header(CLERK, When.on(district.today())),
        new RetractEvent(wrong, approval.orElseThrow(), List.of(right)));
  }
}
