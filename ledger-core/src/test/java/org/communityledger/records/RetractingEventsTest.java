package org.communityledger.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.ExtendDeadline;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.AppliedPolicy;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.CaseRefusal.NotAssigned;
import org.communityledger.cases.CaseRefusal.NotLater;
import org.communityledger.cases.CaseRefusal.NothingToVerify;
import org.communityledger.cases.CaseRefusal.PlanMissing;
import org.communityledger.cases.CaseRefusal.WrongStage;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DefineSlaPolicy;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.cases.Stage;
import org.communityledger.decide.CommonRefusal.InTheFuture;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownCase;
import org.communityledger.kernel.Unknown.UnknownEvent;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.ApprovalGiven;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.communityledger.records.RecordsRefusal.AlreadyGiven;
import org.communityledger.records.RecordsRefusal.AlreadyRetracted;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetractingEventsTest {
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");
  private static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  private static final OrgId OFFICE = new OrgId("kaiyuan");
  private static final OrgId GUODONG = new OrgId("guodong");
  private static final PolicyId POLICY = new PolicyId("fix-fast");
  private static final CaseId WALL = new CaseId("wall");
  private static final LocalDate JULY_20 = LocalDate.of(2024, 7, 20);

  private final RuleScenario ledger = new RuleScenario();
  private int approvals;

  private long placed;
  private long policy;
  private long reported;

  @BeforeEach
  void a_reported_wall() {
    placed = given(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.empty(), true));
    given(new RegisterOrg(OFFICE, "SUBDISTRICT", "开源街道", true, Optional.empty(), Optional.empty()));
    given(new RegisterOrg(GUODONG, "COMPANY", "国栋物业", true, Optional.empty(), Optional.empty()));
    policy = given(new DefineSlaPolicy(POLICY, 1, Map.of("wall", 7)));
    reported = given(report(WALL, Severity.LOW));
  }

  @Test
  void an_approval_is_given_once() {
    ApprovalId id = new ApprovalId("a");
    GiveApproval give = new GiveApproval(id, "cases.CloseCase", WALL.tag(), Optional.empty());

    ledger.when(give, CHIEF)
        .isAcceptedWith(new ApprovalGiven(id, "cases.CloseCase", new Tag("case", "wall"), Optional.empty()));
    ledger.when(give, CLERK).isRefusedWith(new AlreadyGiven(id), ledger.last());
  }

  @Test
  void an_event_is_taken_back_with_somebody_elses_approval() {
    long surveyed = given(RecordSurvey.of(WALL));
    ApprovalId approval = approvalFor(surveyed);

    when(new RetractEvent(ledger.id(surveyed), approval, List.of())).isAcceptedWith(
        new EventRetracted(ledger.id(surveyed), Optional.of(approval), List.of(new Tag("case", "wall"))));
    assertThat(ledger.at(ledger.last()).tags()).isEqualTo(Set.of(new Tag("case", "wall"),
        new Tag("approval", approval.value()), new Tag("event", ledger.id(surveyed).value())));
  }

  @Test
  void what_is_taken_back_no_longer_counts() {
    given(accept());
    long assigned = given(assign());
    retract(assigned);

    when(complete(Extent.WHOLE)).isRefusedWith(
        new NotAssigned(WALL, Optional.empty()), reported + 1);
  }

  @Test
  void what_was_never_recorded_is_not_taken_back() {
    EventId none = new EventId(new CommandId("none"), 0);

    when(new RetractEvent(none, new ApprovalId("none"), List.of()))
        .isRefusedForLackOf("event:none.0", new UnknownEvent(none));
  }

  @Test
  void an_event_is_taken_back_once() {
    long surveyed = given(RecordSurvey.of(WALL));
    retract(surveyed);
    long retracted = ledger.last();

    retractAgain(surveyed).isRefusedWith(new AlreadyRetracted(ledger.id(surveyed)), retracted);
  }

  @Test
  void taking_back_needs_an_approval_for_that_event() {
    long surveyed = given(RecordSurvey.of(WALL));
    ApprovalId approval = approvalFor(reported);

    when(new RetractEvent(ledger.id(surveyed), approval, List.of())).isRefusedWith(
        new ApprovalMissing(Optional.of(approval), "records.RetractEvent", ledger.id(surveyed).tag()), ledger.last());
  }

  @Test
  void nobody_approves_their_own_retraction() {
    long surveyed = given(RecordSurvey.of(WALL));
    ApprovalId approval = approvalFor(surveyed);

    ledger.when(new RetractEvent(ledger.id(surveyed), approval, List.of()), CHIEF)
        .isRefusedWith(new SelfApproval(approval, CHIEF.who()), ledger.last());
  }

  @Test
  void an_approval_whose_use_was_taken_back_can_be_used_again() {
    given(accept());
    ApprovalId toExtend = approve("cases.ExtendDeadline", WALL.tag());
    ExtendDeadline extend = new ExtendDeadline(WALL, LocalDate.of(2024, 8, 30), toExtend);
    long extended = given(extend);
    when(extend).isRefusedWith(
        new NotLater(WALL, LocalDate.of(2024, 8, 30),
            Optional.of(LocalDate.of(2024, 8, 30))),
        extended);
    retract(extended);

    when(extend)
        .isAcceptedWith(new DeadlineExtended(WALL, LocalDate.of(2024, 8, 30), 1, Optional.of(toExtend)));
  }

  @Test
  void an_approval_used_by_a_retraction_is_used() {
    long surveyed = given(RecordSurvey.of(WALL));
    ApprovalId approval = approvalFor(surveyed);
    given(new RetractEvent(ledger.id(surveyed), approval, List.of()));

    Approval after = ledger.read(Selection.of(approval.tag())).stream()
        .reduce(Approval.cited(Optional.of(approval)), Approval::evolve, (one, other) -> other);

    assertThat(after.used()).contains(ledger.last());
  }

  @Test
  void a_closing_is_undone_by_reopening_not_by_retraction() {
    given(accept());
    long closed = given(new CloseCase(WALL, CaseOutcome.REFERRED, Optional.empty()));

    retractAgain(closed).isRefusedWith(new UseCompensation(ledger.id(closed)), closed);
  }

  @Test
  void a_retraction_is_not_taken_back() {
    retract(given(RecordSurvey.of(WALL)));
    long retracted = ledger.last();

    retractAgain(retracted).isRefusedWith(new UseCompensation(ledger.id(retracted)), retracted);
  }

  @Test
  void the_approval_is_checked_before_what_the_event_is() {
    given(accept());
    long closed = given(new CloseCase(WALL, CaseOutcome.REFERRED, Optional.empty()));

    when(new RetractEvent(ledger.id(closed), new ApprovalId("none"), List.of())).isRefusedForLackOf(
        "approval:none in ApprovalGiven",
        new ApprovalMissing(Optional.of(new ApprovalId("none")), "records.RetractEvent", ledger.id(closed).tag()));
  }

  @Test
  void a_report_is_not_taken_back_from_under_its_case() {
    long accepted = given(accept());
    long surveyed = given(RecordSurvey.of(WALL));

    retractAgain(reported).isRefusedWith(new DependentEvents(ledger.id(reported)), accepted, surveyed);
  }

  @Test
  void a_report_with_nothing_after_it_is_taken_back() {
    retract(reported);

    when(accept()).isRefusedForLackOf("case:wall in CaseReported", new UnknownCase(WALL));
    when(report(WALL, Severity.HIGH)).isAccepted();
  }

  @Test
  void what_was_itself_taken_back_rests_on_nothing() {
    long surveyed = given(RecordSurvey.of(WALL));
    retract(surveyed);

    retractAgain(reported).isAccepted();
  }

  @Test
  void a_place_is_not_taken_back_from_under_its_cases() {
    retractAgain(placed).isRefusedWith(new DependentEvents(ledger.id(placed)), reported);
  }

  @Test
  void a_policy_is_not_taken_back_from_under_the_due_dates_it_gave() {
    long accepted = given(accept());

    retractAgain(policy).isRefusedWith(new DependentEvents(ledger.id(policy)), accepted);
  }

  @Test
  void a_completion_is_not_taken_back_from_under_its_verification() {
    long completed = completed();
    long verified = given(VerifyWork.of(WALL, true));

    retractAgain(completed).isRefusedWith(new DependentEvents(ledger.id(completed)), verified);
    retract(verified);
    retractAgain(completed).isAccepted();
  }

  @Test
  void an_approval_is_not_taken_back_once_used() {
    given(accept());
    ApprovalId toClose = approve("cases.CloseCase", WALL.tag());
    long approved = ledger.last();
    long closed = ledger.given(new CloseCase(WALL, CaseOutcome.WITHDRAWN, Optional.of(toClose)), CLERK, "a mistake");

    retractAgain(approved).isRefusedWith(new DependentEvents(ledger.id(approved)), closed);
  }

  @Test
  void a_correction_about_the_same_case_may_replace_what_others_rest_on() {
    given(accept());
    given(RecordSurvey.of(WALL));
    ApprovalId approval = approvalFor(reported);

    when(new RetractEvent(ledger.id(reported), approval, List.of(instead(report(WALL, Severity.HIGH)))))
        .isAcceptedWith(new EventRetracted(ledger.id(reported), Optional.of(approval),
            List.of(new Tag("case", "wall"), new Tag("place", "yunqiyuan"))),
            new CaseReported(WALL, CaseKind.HAZARD, "wall", ESTATE, Optional.empty(), Severity.HIGH, Optional.empty(),
                Optional.empty(),
                Channel.PATROL, Optional.empty(), Optional.empty()));

    given(assign());
    when(complete(Extent.WHOLE)).isRefusedForLackOf("case:wall in PlanAgreed",
        new PlanMissing(WALL));
  }

  @Test
  void a_correction_about_another_case_does_not_replace_what_others_rest_on() {
    long accepted = given(accept());
    ApprovalId approval = approvalFor(reported);

    when(new RetractEvent(ledger.id(reported), approval,
        List.of(instead(report(new CaseId("railing"), Severity.LOW)))))
        .isRefusedWith(new DependentEvents(ledger.id(reported)), accepted);
  }

  @Test
  void a_correction_is_decided_in_the_place_of_what_it_corrects() {
    long accepted = given(accept(), When.on(JULY_20));
    given(assign());
    given(complete(Extent.WHOLE));
    ApprovalId approval = approvalFor(accepted);

    when(new RetractEvent(ledger.id(accepted), approval,
        List.of(instead(new AcceptCase(WALL, GUODONG, Optional.of(POLICY)))))).isAccepted();

    RecordedEvent correction = ledger.at(ledger.last());
    assertThat(correction.event()).isEqualTo(new CaseAccepted(WALL, GUODONG,
        Optional.of(new AppliedPolicy(POLICY, 1, ledger.id(policy))), Optional.of(LocalDate.of(2024, 7, 27))));
    assertThat(correction.corrects()).contains(ledger.id(accepted));
    when(VerifyWork.of(WALL, true)).isAccepted();
  }

  @Test
  void a_correction_may_say_another_date() {
    long accepted = given(accept(), When.on(JULY_20));

    when(new RetractEvent(ledger.id(accepted), approvalFor(accepted),
        List.of(new Replacement(accept(), Optional.of(When.on(JULY_20.plusDays(1))))))).isAccepted();

    assertThat(ledger.at(ledger.last()).event()).isEqualTo(new CaseAccepted(WALL, OFFICE,
        Optional.of(new AppliedPolicy(POLICY, 1, ledger.id(policy))), Optional.of(LocalDate.of(2024, 7, 28))));
  }

  @Test
  void a_correction_does_not_lie_in_the_future() {
    long surveyed = given(RecordSurvey.of(WALL));
    LocalDate tomorrow = RuleScenario.TODAY.plusDays(1);

    when(new RetractEvent(ledger.id(surveyed), approvalFor(surveyed),
        List.of(new Replacement(RecordSurvey.of(WALL), Optional.of(When.on(tomorrow))))))
        .isRefusedWith(new InTheFuture(tomorrow, RuleScenario.TODAY));
  }

  @Test
  void a_retraction_replaces_nothing() {
    RetractEvent retraction = new RetractEvent(ledger.id(reported), new ApprovalId("a"), List.of());

    assertThatIllegalArgumentException().isThrownBy(() -> instead(retraction))
        .withMessageStartingWith("A retraction cannot replace an event");
  }

  @Test
  void a_correction_the_rules_refuse_leaves_everything_as_it_was() {
    long accepted = given(accept());
    ApprovalId approval = approvalFor(accepted);
    long before = ledger.last();

    when(new RetractEvent(ledger.id(accepted), approval, List.of(instead(complete(Extent.PART)))))
        .isRefusedWith(new WrongStage(WALL, Stage.REPORTED), reported);
    assertThat(ledger.last()).isEqualTo(before);
  }

  @Test
  void whoever_cited_a_corrected_event_rests_on_its_correction() {
    long completed = completed();
    long verified = given(VerifyWork.of(WALL, true));
    given(new RetractEvent(ledger.id(completed), approvalFor(completed), List.of(instead(complete(Extent.PART)))));
    long correction = ledger.last();
    assertThat(ledger.at(correction).event()).isInstanceOf(WorkCompleted.class);

    retractAgain(correction).isRefusedWith(new DependentEvents(ledger.id(correction)), verified);
  }

  @Test
  void a_corrected_verification_stands_where_the_wrong_one_stood() {
    long completed = completed();
    long verified = given(VerifyWork.of(WALL, true));
    ApprovalId approval = approvalFor(verified);

    when(new RetractEvent(ledger.id(verified), approval, List.of(instead(VerifyWork.of(WALL, false)))))
        .isAcceptedWith(
            new EventRetracted(ledger.id(verified), Optional.of(approval),
                List.of(new Tag("case", "wall"), new Tag("event", ledger.id(completed).value()))),
            new WorkRejected(WALL, Optional.empty(), ledger.id(completed)));
    when(VerifyWork.of(WALL, true)).isRefusedWith(new NothingToVerify(WALL), ledger.last());
  }

  @Test
  void one_event_may_be_replaced_by_several() {
    long surveyed = given(RecordSurvey.of(WALL));

    when(new RetractEvent(ledger.id(surveyed), approvalFor(surveyed),
        List.of(instead(RecordSurvey.of(WALL)), instead(RecordSurvey.of(WALL))))).isAccepted();
    long second = ledger.last();
    assertThat(ledger.at(second).event()).isEqualTo(new SurveyRecorded(WALL, Optional.empty()));

    retractAgain(second).isAccepted();
  }

  @Test
  void a_verification_is_decided_anew_on_the_corrected_completion() {
    long completed = completed();
    given(new RetractEvent(ledger.id(completed), approvalFor(completed), List.of(instead(complete(Extent.PART)))));
    long correction = ledger.last();

    when(VerifyWork.of(WALL, true)).isAcceptedWith(new WorkVerified(WALL, Optional.empty(), ledger.id(correction)));
  }

  private long completed() {
    given(accept());
    given(assign());
    return given(complete(Extent.WHOLE));
  }

  private void retract(long position) {
    retractAgain(position).isAccepted();
  }

  private Answer retractAgain(long position) {
    return when(new RetractEvent(ledger.id(position), approvalFor(position), List.of()));
  }

  private ApprovalId approvalFor(long position) {
    return approve("records.RetractEvent", ledger.id(position).tag());
  }

  private ApprovalId approve(String what, Tag target) {
    ApprovalId id = new ApprovalId("approval-" + approvals++);
    ledger.given(new GiveApproval(id, what, target, Optional.empty()), CHIEF);
    return id;
  }

  private long given(Command command) {
    return ledger.given(command, CLERK);
  }

  private long given(Command command, When occurred) {
    return ledger.given(command, CLERK, occurred);
  }

  private Answer when(Command command) {
    return ledger.when(command, CLERK);
  }

  private static Replacement instead(Command command) {
    return new Replacement(command, Optional.empty());
  }

  private static ReportCase report(CaseId id, Severity severity) {
    return ReportCase.of(id, CaseKind.HAZARD, "wall", ESTATE, severity, Channel.PATROL);
  }

  private static AcceptCase accept() {
    return new AcceptCase(WALL, OFFICE, Optional.of(POLICY));
  }

  private static AssignCase assign() {
    return new AssignCase(WALL, GUODONG, "repair", Optional.empty());
  }

  private static CompleteWork complete(Extent extent) {
    return CompleteWork.of(WALL, GUODONG, Optional.empty(), extent, Optional.empty());
  }
}
