package org.communityledger.benchmarks;

import java.time.LocalDate;
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
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;

/**
 * What is on file of one made-up case: who has to do with it, and what they ask next. Who uses it has to keep to an order
 * that the rules allow. Not thread-safe.
 */
final class CaseFile {
  static final List<String> CATEGORIES = List.of("wall", "wiring", "lift", "drain", "stairs", "fire-lane", "noise",
      "parking");
  private static final List<String> MEASURES = List.of("repair", "replace", "fence-off", "clear", "pump-out");
  private static final Actor HOTLINE = Actor.of(District.OFFICE, "hotline");

  private final District district;
  private final Chance chance;
  private final ReportCase report;
  private final OrgId owner;
  private final Actor inspector;
  private OrgId doer;
  private LocalDate lastDay;
  private Optional<LocalDate> newDue = Optional.empty();
  private Optional<EventId> reported = Optional.empty();
  private Optional<EventId> acceptance = Optional.empty();
  private Optional<EventId> visit = Optional.empty();
  private Optional<EventId> completion = Optional.empty();
  private Optional<EventId> rating = Optional.empty();

  /** A case that is about to be reported, maybe by somebody known. */
  CaseFile(District district, Optional<Party> reporter) {
    this.district = district;
    this.chance = district.chance();
    this.report = report(reporter);
    this.owner = district.someCompany();
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
        extent, severity(), Optional.empty(), reporter, chance.oneOf(List.of(Channel.values())), Optional.empty(),
        affects);
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

  private Asked asks(Actor actor, Command command) {
    return district.asks(actor, when(), command);
  }

  /** Later entries of a case do not tell of earlier days. */
  private When when() {
    When when = district.occurred(lastDay);
    lastDay = when.earliest().orElse(lastDay);
    return when;
  }

  private Actor owner() {
    return Actor.of(owner, "owner");
  }

  private Actor contractor() {
    return Actor.of(doer, "contractor");
  }

  private Actor reporter() {
    return report.reporter().map(it -> Actor.of(it, "reporter")).orElse(HOTLINE);
  }

  Asked reported() {
    Asked asked = asks(reporter(), report);
    reported = Optional.of(asked.event());
    return asked;
  }

  EventId reportId() {
    return reported.orElseThrow();
  }

  /** The report named the wrong place, and sometimes the wrong day. */
  Asked reportCorrected(ApprovalId approval) {
    ReportCase right = new ReportCase(id(), report.kind(), report.category(), district.someFirstEstate(),
        report.extent(), report.severity(), Optional.empty(), report.reporter(), report.channel(), Optional.empty(),
        report.affects());
    Optional<When> day = chance.happens(300) ? Optional.of(When.on(lastDay)) : Optional.empty();
    return takenBack(reportId(), approval, new Replacement(right, day));
  }

  Asked declined() {
    DeclineGround why = chance.oneOf(List.of(DeclineGround.values()));
    Optional<OrgId> referTo = why == DeclineGround.NOT_RESPONSIBLE
        ? Optional.of(district.someCompany())
        : Optional.empty();
    return asks(District.CLERK, new DeclineCase(id(), why, referTo));
  }

  Asked markedDuplicate(CaseId of) {
    return asks(District.CLERK, new MarkDuplicate(id(), of));
  }

  Asked duplicateUnmarked() {
    return asks(District.CLERK, new UnmarkDuplicate(id()));
  }

  Asked accepted() {
    Optional<PolicyId> policy = chance.happens(850)
        ? Optional.of(report.kind() == CaseKind.HAZARD ? CaseMatters.REPAIRS : CaseMatters.SERVICE)
        : Optional.empty();
    Asked asked = asks(owner(), new AcceptCase(id(), owner, policy));
    acceptance = Optional.of(asked.event());
    return asked;
  }

  Asked interimMeasureTaken() {
    return visited(asks(owner(), new TakeInterimMeasure(id(), chance.oneOf(MEASURES))));
  }

  Asked surveyRecorded() {
    return visited(asks(inspector, RecordSurvey.of(id())));
  }

  private Asked visited(Asked asked) {
    visit = Optional.of(asked.event());
    return asked;
  }

  /** The last measure or survey was on another case. */
  Asked visitTakenBack(ApprovalId approval) {
    return takenBack(visit(), approval);
  }

  EventId visit() {
    return visit.orElseThrow();
  }

  Asked heard(ActivityId meeting) {
    return asks(District.CLERK, HearCase.of(id(), meeting));
  }

  Asked planAgreed() {
    Optional<Party> agreedBy = report.reporter().or(() -> Optional.of(owner));
    return asks(owner(), new AgreePlan(id(), List.of(chance.oneOf(MEASURES)), report.extent(),
        chance.happens(800) ? Extent.WHOLE : Extent.PART, agreedBy));
  }

  Asked assigned() {
    Optional<LocalDate> dueBy = chance.happens(700)
        ? Optional.of(district.today().plusDays(chance.between(3, 30)))
        : Optional.empty();
    return asks(owner(), new AssignCase(id(), doer, "mend", dueBy));
  }

  /** Given back; the next assignment is somebody else's. */
  Asked assignmentReturned() {
    Actor by = contractor();
    doer = district.someCompany();
    return asks(by, new ReturnAssignment(id())).because("no scaffold");
  }

  Asked workStarted() {
    return asks(contractor(), new StartWork(id()));
  }

  Asked workCompleted() {
    Asked asked = asks(contractor(), CompleteWork.of(id(), doer, report.extent(), extent(), effort()));
    completion = Optional.of(asked.event());
    return asked;
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

  /** The effort was written down wrongly. */
  Asked completionCorrected(ApprovalId approval) {
    return takenBack(completion(), approval,
        new Replacement(CompleteWork.of(id(), doer, report.extent(), Extent.WHOLE, effort()), Optional.empty()));
  }

  Asked workVerified(boolean passed) {
    return asks(inspector, VerifyWork.of(id(), passed));
  }

  /** The case rests for so many days. */
  Asked suspended(int days, ApprovalId approval) {
    return asks(owner(), new SuspendCase(id(), district.today().plusDays(days), approval));
  }

  Asked resumed() {
    return asks(owner(), new ResumeCase(id()));
  }

  /** The suspension has run out by itself: nothing that is told from here on was before. */
  void rested() {
    lastDay = district.today();
  }

  /** The day until which it has to be closed, if there is one. */
  Optional<LocalDate> due() {
    return newDue.or(() -> acceptance.flatMap(it -> ((CaseAccepted) district.decided(it)).dueBy()));
  }

  Asked deadlineExtended(ApprovalId approval) {
    LocalDate later = due().orElseThrow().plusDays(chance.between(5, 30));
    newDue = Optional.of(later);
    return asks(owner(), new ExtendDeadline(id(), later, approval));
  }

  Asked closed(CaseOutcome outcome) {
    return asks(owner(), new CloseCase(id(), outcome, Optional.empty()));
  }

  /** Closed with an outcome that needs an approval. */
  Asked closed(CaseOutcome outcome, ApprovalId approval) {
    return asks(owner(), new CloseCase(id(), outcome, Optional.of(approval))).because("no money");
  }

  /** Taken up again, sometimes because of what the reporter said. */
  Asked reopened() {
    LocalDate until = district.today().plusDays(chance.between(7, 30));
    newDue = Optional.of(until);
    Asked plain = asks(District.CLERK, new ReopenCase(id(), until)).because("it leans again");
    Asked asked = rating.map(plain::causedBy).orElse(plain);
    rating = Optional.empty();
    return asked;
  }

  Asked rated() {
    Asked asked = asks(reporter(), new RateCase(id(), Optional.of(true), Optional.of(chance.happens(900)),
        Optional.of(chance.happens(800)), Optional.of(chance.between(1, 5)), Optional.empty()));
    rating = Optional.of(asked.event());
    return asked;
  }

  /** What people said of the case is forgotten. */
  Asked erased(ApprovalId approval) {
    return district.asks(new EraseSubject(id().tag(), "moderation", approval));
  }

  private Asked takenBack(EventId wrong, ApprovalId approval, Replacement... right) {
    return district.asks(new RetractEvent(wrong, approval, List.of(right)));
  }
}
