package org.communityledger.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.CommonRefusal.AlreadyErased;
import org.communityledger.decide.Decision;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.parties.Identity;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.CompleteErasure;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.PlaceHold;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.ApprovalUsed;
import org.communityledger.records.RecordsRefusal.ErasureCompleted;
import org.communityledger.records.RecordsRefusal.ErasureNotRequested;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.communityledger.records.RecordsRefusal.UnknownSubject;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasingSubjectsTest {
  private static final Actor OFFICER = Actor.of(new PersonId("officer"), "data officer");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");
  private static final Tag RIDER = new PersonId("rider-05").tag();
  private static final ApprovalId APPROVAL = new ApprovalId("a");

  private final RuleScenario ledger = new RuleScenario();
  private long registered;
  private long approved;

  @BeforeEach
  void a_person_who_is_to_be_forgotten() {
    registered = given(new RegisterPerson(new PersonId("rider-05"), Optional.of(Sealed.of(Identity.named("王建国"))),
        Optional.of(true), Optional.empty()));
    approved = approve(APPROVAL, "records.EraseSubject", RIDER);
  }

  @Test
  void an_erasure_is_asked_for_with_somebody_elses_approval() {
    when(erase(RIDER, APPROVAL)).isAcceptedWith(new ErasureRequested(RIDER, "request", Optional.of(APPROVAL)));

    assertThat(ledger.at(ledger.last()).tags()).isEqualTo(Set.of(RIDER, new Tag("subject", "person:rider-05"),
        new Tag("approval", "a"), new Tag("register", "erasures")));
  }

  @Test
  void it_is_done_once_its_values_are_destroyed() {
    EventId request = ledger.id(given(erase(RIDER, APPROVAL)));

    when(new CompleteErasure(RIDER, request, 3)).isAcceptedWith(new SubjectErased(RIDER, request, 3));
    assertThat(ledger.at(ledger.last()).tags()).isEqualTo(Set.of(RIDER, new Tag("subject", "person:rider-05"),
        request.tag(), new Tag("register", "erasures")));
  }

  @Test
  void a_subject_is_forgotten_once() {
    long requested = given(erase(RIDER, APPROVAL));
    ApprovalId again = new ApprovalId("again");
    approve(again, "records.EraseSubject", RIDER);

    when(erase(RIDER, again)).isRefusedWith(new AlreadyErased(RIDER), requested);
    given(new CompleteErasure(RIDER, ledger.id(requested), 1));
    when(erase(RIDER, again)).isRefusedWith(new AlreadyErased(RIDER), requested);
  }

  @Test
  void that_it_is_erased_is_said_before_that_its_approval_is_used() {
    long requested = given(erase(RIDER, APPROVAL));

    when(erase(RIDER, APPROVAL)).isRefusedWith(new AlreadyErased(RIDER), requested);
  }

  @Test
  void nothing_is_sealed_for_a_forgotten_subject() {
    given(new RetractEvent(ledger.id(registered), approvalToRetract(), List.of()));
    long requested = given(erase(RIDER, APPROVAL));
    RegisterPerson named = new RegisterPerson(new PersonId("rider-05"), Optional.of(Sealed.of(Identity.named("王建国"))),
        Optional.empty(), Optional.empty());

    when(named).isRefusedWith(new AlreadyErased(RIDER), requested);
    when(RegisterPerson.of(new PersonId("rider-05"), Optional.empty(), Optional.empty())).isAccepted();
  }

  @Test
  void nothing_is_sealed_for_a_forgotten_subject_by_way_of_a_correction() {
    long requested = given(erase(RIDER, APPROVAL));
    RegisterPerson named = new RegisterPerson(new PersonId("rider-05"), Optional.of(Sealed.of(Identity.named("王建军"))),
        Optional.empty(), Optional.empty());

    when(new RetractEvent(ledger.id(registered), approvalToRetract(),
        List.of(new Replacement(named, Optional.empty())))).isRefusedWith(new AlreadyErased(RIDER), requested);
  }

  @Test
  void what_was_taken_back_can_be_forgotten_still() {
    given(new RetractEvent(ledger.id(registered), approvalToRetract(), List.of()));

    when(erase(RIDER, APPROVAL)).isAccepted();
  }

  @Test
  void what_was_never_recorded_is_not_forgotten() {
    Tag nobody = new PersonId("nobody").tag();
    approve(new ApprovalId("b"), "records.EraseSubject", nobody);

    when(erase(nobody, new ApprovalId("b")))
        .isRefusedForLackOf("person:nobody or subject:person:nobody", new UnknownSubject(nobody));
  }

  @Test
  void the_reason_of_a_command_about_nothing_in_particular_can_be_forgotten_too() {
    long retracted = ledger.given(new RetractEvent(ledger.id(registered), approvalToRetract(), List.of()), OFFICER,
        "told by the neighbour");
    Tag command = ledger.at(retracted).header().command().tag();
    approve(new ApprovalId("b"), "records.EraseSubject", command);

    assertThat(ledger.at(retracted).tags()).contains(new Tag("subject", command.toString()));
    when(erase(command, new ApprovalId("b"))).isAccepted();
  }

  @Test
  void forgetting_needs_an_approval_for_that_subject() {
    given(new RegisterOrg(new OrgId("kaiyuan"), "SUBDISTRICT", "开源街道", true, Optional.empty(), Optional.empty()));
    Tag office = new OrgId("kaiyuan").tag();
    ApprovalId none = new ApprovalId("none");

    when(erase(RIDER, none)).isRefusedForLackOf("approval:none in ApprovalGiven",
        new ApprovalMissing(Optional.of(none), "records.EraseSubject", RIDER));
    when(erase(office, APPROVAL)).isRefusedWith(
        new ApprovalMissing(Optional.of(APPROVAL), "records.EraseSubject", office), approved);
  }

  @Test
  void nobody_approves_their_own_erasure() {
    ledger.when(erase(RIDER, APPROVAL), CHIEF).isRefusedWith(new SelfApproval(APPROVAL, CHIEF.who()), approved);
  }

  @Test
  void an_approval_is_for_one_act() {
    long requested = given(erase(RIDER, APPROVAL));

    Approval after = ledger.read(Selection.of(APPROVAL.tag())).stream()
        .reduce(Approval.cited(Optional.of(APPROVAL)), Approval::evolve, (one, other) -> other);

    assertThat(after.objection("records.EraseSubject", RIDER, ledger.at(requested).header()))
        .contains(Decision.refuse(new ApprovalUsed(APPROVAL), requested));
  }

  @Test
  void an_erasure_that_was_not_asked_for_is_not_done() {
    EventId registration = ledger.id(registered);

    when(new CompleteErasure(RIDER, registration, 0)).isRefusedForLackOf(
        "subject:person:rider-05 in ErasureRequested", new ErasureNotRequested(RIDER, registration));
  }

  @Test
  void the_erasure_of_one_is_not_done_by_the_request_for_another() {
    EventId request = ledger.id(given(erase(RIDER, APPROVAL)));
    Tag office = new OrgId("kaiyuan").tag();

    when(new CompleteErasure(office, request, 0)).isRefusedForLackOf("subject:org:kaiyuan in ErasureRequested",
        new ErasureNotRequested(office, request));
  }

  @Test
  void an_erasure_is_done_once() {
    EventId request = ledger.id(given(erase(RIDER, APPROVAL)));
    long erased = given(new CompleteErasure(RIDER, request, 1));

    when(new CompleteErasure(RIDER, request, 0)).isRefusedWith(new ErasureCompleted(RIDER), erased);
  }

  @Test
  void an_erasure_is_not_taken_back() {
    long requested = given(erase(RIDER, APPROVAL));
    when(new RetractEvent(ledger.id(requested), approvalToRetract(requested), List.of()))
        .isRefusedWith(new UseCompensation(ledger.id(requested)), requested);

    long erased = given(new CompleteErasure(RIDER, ledger.id(requested), 1));
    when(new RetractEvent(ledger.id(erased), approvalToRetract(erased), List.of()))
        .isRefusedWith(new UseCompensation(ledger.id(erased)), erased);
  }

  @Test
  void an_erasure_does_not_come_in_by_way_of_a_correction() {
    EventId request = new EventId(new CommandId("c"), 0);

    assertThatIllegalArgumentException().isThrownBy(() -> new Replacement(erase(RIDER, APPROVAL), Optional.empty()))
        .withMessageStartingWith("An erasure cannot replace an event");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Replacement(new CompleteErasure(RIDER, request, 0), Optional.empty()))
        .withMessageStartingWith("An erasure cannot replace an event");
  }

  @Test
  void the_mark_of_a_subject_is_no_subject_whose_erasure_could_pass_for_that_of_the_subject() {
    Tag mark = SealedFor.tagOf(RIDER);

    assertThatIllegalArgumentException().isThrownBy(() -> erase(mark, APPROVAL))
        .withMessageContaining("name the subject itself: " + RIDER);
    assertThatIllegalArgumentException().isThrownBy(() -> new PlaceHold(new HoldId("h"), mark, "COURT"))
        .withMessageContaining("name the subject itself: " + RIDER);
  }

  @Test
  void a_ground_is_a_code_word_and_a_number_of_values_is_not_negative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EraseSubject(RIDER, "he asked me to", APPROVAL))
        .withMessageStartingWith("basis must be a code word");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CompleteErasure(RIDER, new EventId(new CommandId("c"), 0), -1))
        .withMessage("values is 0 or more, not -1");
  }

  private ApprovalId approvalToRetract() {
    return approvalToRetract(registered);
  }

  private ApprovalId approvalToRetract(long position) {
    ApprovalId id = new ApprovalId("retract-" + position);
    approve(id, "records.RetractEvent", ledger.id(position).tag());
    return id;
  }

  private long approve(ApprovalId id, String what, Tag target) {
    return ledger.given(new GiveApproval(id, what, target, Optional.empty()), CHIEF);
  }

  private long given(Command command) {
    return ledger.given(command, OFFICER);
  }

  private Answer when(Command command) {
    return ledger.when(command, OFFICER);
  }

  private static EraseSubject erase(Tag subject, ApprovalId approval) {
    return new EraseSubject(subject, "request", approval);
  }
}
