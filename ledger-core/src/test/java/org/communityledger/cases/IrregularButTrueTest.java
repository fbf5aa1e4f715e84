package org.communityledger.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.cases.CaseScenario.CHIEF;
import static org.communityledger.cases.CaseScenario.CLERK;
import static org.communityledger.cases.CaseScenario.GUODONG;
import static org.communityledger.cases.CaseScenario.WALL;
import static org.communityledger.cases.CaseScenario.complete;
import static org.communityledger.cases.CaseScenario.plan;
import static org.communityledger.decide.RuleScenario.TODAY;

import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseRefusal.NotAssigned;
import org.communityledger.cases.CaseRefusal.PlanMissing;
import org.communityledger.decide.CommonRefusal.NothingIrregular;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.ApprovalUsed;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Grave work needs a plan; work done without one is recorded all the same, if somebody approves. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IrregularButTrueTest {
  private static final String REASON = "the wall was about to fall";
  private static final ApprovalId APPROVAL = new ApprovalId("as-it-happened");
  private static final ApprovalId TO_RETRACT = new ApprovalId("to-retract");

  private final CaseScenario scenario = new CaseScenario();
  private EventId assignment;

  @BeforeEach
  void bring_the_wall_to_somebody_who_is_to_repair_it() {
    scenario.given(CaseScenario.report(WALL, Severity.HIGH));
    scenario.given(CaseScenario.accept());
    assignment = scenario.id(scenario.given(CaseScenario.assign()));
  }

  @Test
  void what_happened_against_a_rule_of_the_world_is_recorded_and_marked_with_the_rule() {
    approve(CHIEF, "cases.CompleteWork", WALL.tag());

    whenIrregular(complete()).isAcceptedWith(done(), broken(EventId.parse("c13.0")));

    RecordedEvent completion = scenario.ledger.at(scenario.ledger.last() - 1);
    assertThat(completion.header().irregular())
        .contains(new Irregular(RuleScenario.sealed(WALL, "CASE", REASON), APPROVAL));
    RecordedEvent mark = scenario.ledger.at(scenario.ledger.last());
    assertThat(mark.header().irregular()).isEmpty();
    assertThat(mark.tags()).extracting(Tag::toString).containsExactlyInAnyOrder("case:wall", "event:c13.0",
        "approval:as-it-happened", "subject:case:wall");
  }

  @Test
  void the_rule_refuses_what_is_not_called_irregular() {
    scenario.when(complete()).isRefusedForLackOf("case:wall in PlanAgreed", new PlanMissing(WALL));
  }

  @Test
  void the_approval_is_for_this_act_by_somebody_else_and_used_once() {
    whenIrregular(complete()).isRefusedForLackOf("approval:as-it-happened in ApprovalGiven",
        new ApprovalMissing(Optional.of(APPROVAL), "cases.CompleteWork", WALL.tag()));
    long given = approve(CHIEF, "cases.CompleteWork", WALL.tag());
    scenario.ledger.whenIrregular(complete(), CHIEF, When.on(TODAY), REASON, APPROVAL)
        .isRefusedWith(new SelfApproval(APPROVAL, CHIEF.who()), given);
    whenIrregular(complete()).isAccepted();
    long used = scenario.ledger.last();
    scenario.ledger.given(VerifyWork.of(WALL, false), CHIEF);
    whenIrregular(complete()).isRefusedWith(new ApprovalUsed(APPROVAL), used);
  }

  @Test
  void an_approval_of_another_act_does_not_do() {
    long given = approve(CHIEF, "cases.CloseCase", WALL.tag());

    whenIrregular(complete()).isRefusedWith(
        new ApprovalMissing(Optional.of(APPROVAL), "cases.CompleteWork", WALL.tag()), given);
  }

  @Test
  void what_breaks_no_rule_is_not_recorded_as_irregular_and_uses_no_approval() {
    approve(CHIEF, "cases.CompleteWork", WALL.tag());
    scenario.given(plan());

    whenIrregular(complete()).isRefusedWith(new NothingIrregular("cases.CompleteWork"));
    scenario.when(complete()).isAcceptedWith(done());
  }

  @Test
  void rules_that_guard_the_record_know_no_exception() {
    approve(CHIEF, "cases.CompleteWork", WALL.tag());
    OrgId other = new OrgId("kaiyuan");

    whenIrregular(CompleteWork.of(WALL, other, Optional.empty(), Extent.WHOLE, Optional.empty()))
        .isRefusedWith(new NotAssigned(WALL, Optional.of(GUODONG)), scenario.ledger.last() - 1);
  }

  @Test
  void the_mark_is_taken_back_with_what_it_marks_and_the_approval_can_be_used_again() {
    approve(CHIEF, "cases.CompleteWork", WALL.tag());
    whenIrregular(complete()).isAccepted();
    EventId completion = scenario.id(scenario.ledger.last() - 1);
    EventId mark = scenario.id(scenario.ledger.last());
    approveRetraction(completion);

    scenario.when(new RetractEvent(completion, TO_RETRACT, List.of())).isAcceptedWith(
        retracted(completion, "case:wall", "org:guodong", "event:" + assignment, "subject:case:wall"),
        retracted(mark, "case:wall", "event:" + completion, "approval:as-it-happened", "subject:case:wall"));

    whenIrregular(complete()).isAccepted();
  }

  @Test
  void the_mark_is_not_taken_back_on_its_own() {
    approve(CHIEF, "cases.CompleteWork", WALL.tag());
    whenIrregular(complete()).isAccepted();
    long marked = scenario.ledger.last();
    EventId mark = scenario.id(marked);
    approveRetraction(mark);

    scenario.when(new RetractEvent(mark, TO_RETRACT, List.of())).isRefusedWith(new UseCompensation(mark), marked);
  }

  @Test
  void a_correction_can_be_irregular_while_the_retraction_is_not() {
    scenario.given(plan());
    EventId planned = scenario.id(scenario.ledger.last());
    EventId completion = scenario.id(scenario.given(complete()));
    approveRetraction(planned);
    scenario.given(new RetractEvent(planned, TO_RETRACT, List.of()));
    approve(CHIEF, "cases.CompleteWork", WALL.tag());
    ApprovalId again = new ApprovalId("again");
    scenario.ledger.given(new GiveApproval(again, "records.RetractEvent", completion.tag(), Optional.empty()), CHIEF);

    whenIrregular(new RetractEvent(completion, again, List.of(new Replacement(complete(), Optional.empty()))))
        .isAccepted();

    long last = scenario.ledger.last();
    assertThat(scenario.ledger.at(last - 2).header().irregular()).isEmpty();
    assertThat(scenario.ledger.at(last - 1).header().irregular()).isPresent();
    assertThat(scenario.ledger.at(last).event()).isEqualTo(broken(scenario.id(last - 1)));
  }

  @Test
  void irregular_needs_a_reason() {
    assertThatThrownBy(() -> new Irregular(Sealed.of(" "), APPROVAL)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("irregular needs a reason that is not blank");
  }

  private Answer whenIrregular(Command command) {
    return scenario.ledger.whenIrregular(command, CLERK, When.on(TODAY), REASON, APPROVAL);
  }

  private long approve(Actor by, String what, Tag target) {
    return scenario.ledger.given(new GiveApproval(APPROVAL, what, target, Optional.empty()), by);
  }

  private void approveRetraction(EventId event) {
    scenario.ledger.given(new GiveApproval(TO_RETRACT, "records.RetractEvent", event.tag(), Optional.empty()), CHIEF);
  }

  private WorkCompleted done() {
    return new WorkCompleted(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty(), Optional.empty(),
        assignment);
  }

  private static RuleBroken broken(EventId event) {
    return new RuleBroken(WALL.tag(), event, List.of("PlanMissing"), Optional.of(APPROVAL));
  }

  private static EventRetracted retracted(EventId event, String... tags) {
    return new EventRetracted(event, Optional.of(TO_RETRACT), List.of(tags).stream().map(Tag::parse).toList());
  }
}
