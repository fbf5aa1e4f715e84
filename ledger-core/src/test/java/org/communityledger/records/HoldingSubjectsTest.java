package org.communityledger.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.CommonRefusal.AlreadyErased;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownHold;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.LiftHold;
import org.communityledger.records.RecordsCommand.PlaceHold;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.HoldLifted;
import org.communityledger.records.RecordsEvent.HoldPlaced;
import org.communityledger.records.RecordsRefusal.AlreadyHeld;
import org.communityledger.records.RecordsRefusal.AlreadyLifted;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.LegalHold;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.communityledger.records.RecordsRefusal.UnknownSubject;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldingSubjectsTest {
  private static final Actor OFFICER = Actor.of(new PersonId("officer"), "data officer");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");
  private static final Tag RIDER = new PersonId("rider-05").tag();
  private static final HoldId COURT = new HoldId("court-1");
  private static final HoldId AUDIT = new HoldId("audit-1");
  private static final ApprovalId TO_ERASE = new ApprovalId("to-erase");

  private final RuleScenario ledger = new RuleScenario();
  private int approvals;

  @BeforeEach
  void a_person_who_may_be_forgotten() {
    given(RegisterPerson.of(new PersonId("rider-05"), Optional.empty(), Optional.empty()));
    approve(TO_ERASE, "records.EraseSubject", RIDER);
  }

  @Test
  void a_hold_is_placed_on_a_subject() {
    when(new PlaceHold(COURT, RIDER, "court-order")).isAcceptedWith(new HoldPlaced(COURT, RIDER, "court-order"));

    assertThat(ledger.at(ledger.last()).tags())
        .isEqualTo(Set.of(RIDER, new Tag("subject", "person:rider-05"), new Tag("hold", "court-1")));
  }

  @Test
  void what_is_held_is_not_forgotten() {
    long court = given(new PlaceHold(COURT, RIDER, "court-order"));
    long audit = given(new PlaceHold(AUDIT, RIDER, "audit"));

    when(erase()).isRefusedWith(new LegalHold(RIDER, List.of(COURT, AUDIT)), court, audit);
    given(lift(COURT));
    when(erase()).isRefusedWith(new LegalHold(RIDER, List.of(AUDIT)), audit);
    given(lift(AUDIT));
    when(erase()).isAccepted();
  }

  @Test
  void the_approval_is_checked_before_the_holds() {
    given(new PlaceHold(COURT, RIDER, "court-order"));
    ApprovalId none = new ApprovalId("none");

    when(new EraseSubject(RIDER, "request", none)).isRefusedForLackOf("approval:none in ApprovalGiven",
        new ApprovalMissing(Optional.of(none), "records.EraseSubject", RIDER));
  }

  @Test
  void a_hold_on_another_holds_nobody_else() {
    given(RegisterPerson.of(new PersonId("rider-06"), Optional.empty(), Optional.empty()));
    given(new PlaceHold(COURT, new PersonId("rider-06").tag(), "court-order"));

    when(erase()).isAccepted();
  }

  @Test
  void a_hold_is_lifted_with_somebody_elses_approval() {
    given(new PlaceHold(COURT, RIDER, "court-order"));
    ApprovalId approval = approve("records.LiftHold", COURT.tag());

    when(new LiftHold(COURT, approval)).isAcceptedWith(new HoldLifted(COURT, RIDER, Optional.of(approval)));
    assertThat(ledger.at(ledger.last()).tags()).isEqualTo(
        Set.of(RIDER, new Tag("subject", "person:rider-05"), new Tag("hold", "court-1"), approval.tag()));
  }

  @Test
  void lifting_needs_an_approval_for_that_hold() {
    given(new PlaceHold(COURT, RIDER, "court-order"));

    when(new LiftHold(COURT, TO_ERASE)).isRefusedWith(
        new ApprovalMissing(Optional.of(TO_ERASE), "records.LiftHold", COURT.tag()), 1);
  }

  @Test
  void nobody_approves_their_own_lifting() {
    given(new PlaceHold(COURT, RIDER, "court-order"));
    ApprovalId approval = approve("records.LiftHold", COURT.tag());

    ledger.when(new LiftHold(COURT, approval), CHIEF)
        .isRefusedWith(new SelfApproval(approval, CHIEF.who()), ledger.last());
  }

  @Test
  void a_hold_is_lifted_once() {
    given(new PlaceHold(COURT, RIDER, "court-order"));
    long lifted = given(lift(COURT));

    when(lift(COURT)).isRefusedWith(new AlreadyLifted(COURT), lifted);
  }

  @Test
  void a_lifting_that_was_taken_back_leaves_the_hold_in_force() {
    long placed = given(new PlaceHold(COURT, RIDER, "court-order"));
    long lifted = given(lift(COURT));
    given(new RetractEvent(ledger.id(lifted), approve("records.RetractEvent", ledger.id(lifted).tag()), List.of()));

    when(erase()).isRefusedWith(new LegalHold(RIDER, List.of(COURT)), placed);
  }

  @Test
  void what_was_never_placed_is_not_lifted() {
    when(lift(COURT)).isRefusedForLackOf("hold:court-1 in HoldPlaced", new UnknownHold(COURT));
  }

  @Test
  void a_hold_is_placed_once() {
    long placed = given(new PlaceHold(COURT, RIDER, "court-order"));

    when(new PlaceHold(COURT, RIDER, "audit")).isRefusedWith(new AlreadyHeld(COURT), placed);
  }

  @Test
  void nothing_is_held_that_was_never_recorded() {
    Tag nobody = new PersonId("nobody").tag();

    when(new PlaceHold(COURT, nobody, "court-order"))
        .isRefusedForLackOf("person:nobody or subject:person:nobody", new UnknownSubject(nobody));
  }

  @Test
  void a_hold_comes_too_late_for_what_is_forgotten() {
    long requested = given(erase());

    when(new PlaceHold(COURT, RIDER, "court-order")).isRefusedWith(new AlreadyErased(RIDER), requested);
  }

  @Test
  void a_hold_is_lifted_not_taken_back() {
    long placed = given(new PlaceHold(COURT, RIDER, "court-order"));

    when(new RetractEvent(ledger.id(placed), approve("records.RetractEvent", ledger.id(placed).tag()), List.of()))
        .isRefusedWith(new UseCompensation(ledger.id(placed)), placed);
  }

  @Test
  void a_hold_does_not_come_in_or_go_by_way_of_a_correction() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Replacement(new PlaceHold(COURT, RIDER, "court-order"), Optional.empty()))
        .withMessageStartingWith("A hold cannot replace an event");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Replacement(new LiftHold(COURT, TO_ERASE), Optional.empty()))
        .withMessageStartingWith("A hold cannot replace an event");
  }

  private LiftHold lift(HoldId hold) {
    return new LiftHold(hold, approve("records.LiftHold", hold.tag()));
  }

  private static EraseSubject erase() {
    return new EraseSubject(RIDER, "request", TO_ERASE);
  }

  private ApprovalId approve(String what, Tag target) {
    return approve(new ApprovalId("approval-" + approvals++), what, target);
  }

  private ApprovalId approve(ApprovalId id, String what, Tag target) {
    ledger.given(new GiveApproval(id, what, target, Optional.empty()), CHIEF);
    return id;
  }

  private long given(Command command) {
    return ledger.given(command, OFFICER);
  }

  private Answer when(Command command) {
    return ledger.when(command, OFFICER);
  }
}
