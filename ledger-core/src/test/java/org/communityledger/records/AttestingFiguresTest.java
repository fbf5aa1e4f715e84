package org.communityledger.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.CommonRefusal.InTheFuture;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownEvent;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsCommand.WithdrawAttestation;
import org.communityledger.records.RecordsEvent.AttestationWithdrawn;
import org.communityledger.records.RecordsEvent.FigureAttested;
import org.communityledger.records.RecordsRefusal.AlreadyRetracted;
import org.communityledger.records.RecordsRefusal.AlreadyWithdrawn;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.communityledger.records.RecordsRefusal.UnitMismatch;
import org.communityledger.records.RecordsRefusal.UnknownFigure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AttestingFiguresTest {
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");
  private static final OrgId DISTRICT = new OrgId("pingcheng-district");
  private static final String OPEN = "cases.open{kind=HAZARD,place=yunqiyuan}";
  private static final Claim NINE = Claim.of(Tally.exact(9, Unit.ITEM));
  private static final LocalDate TODAY = RuleScenario.TODAY;

  private final RuleScenario ledger = new RuleScenario();

  @BeforeEach
  void somebody_who_can_say_something() {
    given(new RegisterOrg(DISTRICT, "GOVERNMENT", "平城区", true, Optional.empty(), Optional.empty()));
  }

  @Test
  void what_somebody_says_of_a_figure_is_recorded_as_said() {
    when(new Attest(OPEN, NINE, TODAY, DISTRICT)).isAcceptedWith(new FigureAttested(OPEN, NINE, TODAY, DISTRICT));

    assertThat(ledger.at(ledger.last()).tags()).isEqualTo(Set.of(new Tag("figure", OPEN), DISTRICT.tag()));
  }

  @Test
  void the_same_figure_is_attested_more_than_once() {
    given(new Attest(OPEN, NINE, TODAY, DISTRICT));

    when(new Attest(OPEN, Claim.of(Tally.atLeast(10, Unit.ITEM)), TODAY, DISTRICT)).isAccepted();
  }

  @Test
  void what_is_no_number_is_a_code_word_and_fits_every_figure() {
    Claim statement = Claim.stating("task-completed");

    when(new Attest("cases.open", statement, TODAY, DISTRICT))
        .isAcceptedWith(new FigureAttested("cases.open", statement, TODAY, DISTRICT));
  }

  @Test
  void what_the_ledger_does_not_count_is_not_attested() {
    when(new Attest("cases.opened", NINE, TODAY, DISTRICT)).isRefusedWith(new UnknownFigure("cases.opened"));
    when(new Attest("cases.open{doer=guodong}", NINE, TODAY, DISTRICT))
        .isRefusedWith(new UnknownFigure("cases.open{doer=guodong}"));
    when(new Attest("cases.opened{kind=HAZARD}", NINE, TODAY, DISTRICT))
        .isRefusedWith(new UnknownFigure("cases.opened{kind=HAZARD}"));
  }

  @Test
  void persons_are_not_items() {
    when(new Attest(OPEN, Claim.of(Tally.exact(9, Unit.PERSON)), TODAY, DISTRICT))
        .isRefusedWith(new UnitMismatch(OPEN, "ITEM", "PERSON"));
  }

  @Test
  void so_many_out_of_so_many_is_not_so_many() {
    Tally nine = Tally.exact(9, Unit.ITEM);

    when(new Attest(OPEN, Claim.of(new Ratio(nine, nine, "reported-cases")), TODAY, DISTRICT))
        .isRefusedWith(new UnitMismatch(OPEN, "ITEM", "ITEM/ITEM"));
  }

  @Test
  void a_label_says_what_is_counted_where_it_is_not_always_the_same() {
    Claim copies = Claim.of(Tally.atLeast(200, Unit.COPY));
    String leaflets = "activities.materials{activity=court-outreach,unit=COPY}";
    String items = "activities.materials{activity=court-outreach,unit=ITEM}";
    String households = "participation.parties{as=ATTENDEE,party=household}";

    when(new Attest(leaflets, copies, TODAY, DISTRICT)).isAcceptedWith(
        new FigureAttested(leaflets, copies, TODAY, DISTRICT));
    when(new Attest(items, copies, TODAY, DISTRICT)).isRefusedWith(new UnitMismatch(items, "ITEM", "COPY"));
    when(new Attest(households, Claim.of(Tally.exact(4, Unit.HOUSEHOLD)), TODAY, DISTRICT)).isAccepted();
    when(new Attest(households, Claim.of(Tally.exact(4, Unit.PERSON)), TODAY, DISTRICT))
        .isRefusedWith(new UnitMismatch(households, "HOUSEHOLD", "PERSON"));
  }

  @Test
  void what_is_counted_in_no_known_unit_is_not_attested() {
    Claim copies = Claim.of(Tally.atLeast(200, Unit.COPY));

    for (String each : List.of("activities.materials{activity=court-outreach}", "activities.materials",
        "activities.materials{unit=copy}", "participation.parties{as=ATTENDEE}", "participation.parties{party=copy}",
        "coverage.units", "coverage.units{place=street}")) {
      when(new Attest(each, copies, TODAY, DISTRICT)).isRefusedWith(new UnknownFigure(each));
    }
  }

  @Test
  void the_units_of_a_frame_are_its_own_but_part_and_whole_are_of_one_kind() {
    String corners = "coverage.units{frame=shops}";
    Tally shops = Tally.exact(107, Unit.SHOP);

    when(new Attest(corners, Claim.of(new Ratio(shops, shops, "shops-of-the-street")), TODAY, DISTRICT)).isAccepted();
    when(new Attest(corners, Claim.of(shops), TODAY, DISTRICT))
        .isRefusedWith(new UnitMismatch(corners, "*/*", "SHOP"));
    when(new Attest(corners, Claim.of(new Ratio(Tally.exact(107, Unit.ITEM), shops, "shops-of-the-street")), TODAY,
        DISTRICT)).isRefusedWith(new UnitMismatch(corners, "*/*", "ITEM/SHOP"));
  }

  @Test
  void nothing_is_said_of_a_day_to_come() {
    when(new Attest(OPEN, NINE, TODAY.plusDays(1), DISTRICT))
        .isRefusedWith(new InTheFuture(TODAY.plusDays(1), TODAY));
  }

  @Test
  void who_says_it_must_be_known() {
    when(new Attest(OPEN, NINE, TODAY, new OrgId("nobody"))).isRefusedForLackOf("org:nobody in OrgRegistration",
        new UnknownOrg(new OrgId("nobody")));
  }

  @Test
  void a_key_that_is_none_is_not_asked_for() {
    for (String each : List.of("cases.open{", "cases.open{}", "cases.open{kind}", "cases.open{kind=*}",
        "cases.open{place=p,kind=HAZARD}", "cases.open{kind=HAZARD,kind=HAZARD}", "cases.open{kind=HAZARD}x")) {
      assertThatIllegalArgumentException().as(each).isThrownBy(() -> new Attest(each, NINE, TODAY, DISTRICT))
          .withMessageContaining("figure must be a key").withMessageContaining(each);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Attest("cases open", NINE, TODAY, DISTRICT));
  }

  @Test
  void a_claim_says_one_thing_and_no_free_text() {
    Tally nine = Tally.exact(9, Unit.ITEM);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Claim(Optional.of(nine), Optional.empty(), Optional.of("done")))
        .withMessage("value must be one of amount, ratio and statement");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Claim(Optional.empty(), Optional.empty(), Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> Claim.stating("well done by Wang"));
    assertThatIllegalArgumentException().isThrownBy(() -> Claim.of(new Ratio(nine, nine, "cases of Wang")));
  }

  @Test
  void what_was_said_is_withdrawn_once() {
    long said = given(new Attest(OPEN, NINE, TODAY, DISTRICT));

    when(new WithdrawAttestation(ledger.id(said))).isAcceptedWith(new AttestationWithdrawn(ledger.id(said), OPEN));
    assertThat(ledger.at(ledger.last()).tags()).isEqualTo(Set.of(new Tag("figure", OPEN), ledger.id(said).tag()));
    when(new WithdrawAttestation(ledger.id(said)))
        .isRefusedWith(new AlreadyWithdrawn(ledger.id(said)), ledger.last());
  }

  @Test
  void what_was_never_said_is_not_withdrawn() {
    EventId nothing = new EventId(new CommandId("nothing"), 0);
    EventId registration = ledger.id(0);

    when(new WithdrawAttestation(nothing)).isRefusedForLackOf("event:nothing.0", new UnknownEvent(nothing));
    when(new WithdrawAttestation(registration)).isRefusedForLackOf("event:c0.0", new UnknownEvent(registration));
  }

  @Test
  void what_was_recorded_wrongly_is_taken_back_not_withdrawn() {
    long said = given(new Attest(OPEN, NINE, TODAY, DISTRICT));
    long retracted = given(retract("a1", said));

    when(new WithdrawAttestation(ledger.id(said))).isRefusedWith(new AlreadyRetracted(ledger.id(said)), retracted);
  }

  @Test
  void what_was_withdrawn_is_taken_back_after_the_withdrawal() {
    long said = given(new Attest(OPEN, NINE, TODAY, DISTRICT));
    long withdrawn = given(new WithdrawAttestation(ledger.id(said)));

    when(retract("a1", said)).isRefusedWith(new DependentEvents(ledger.id(said)), withdrawn);
    given(retract("a2", withdrawn));
    when(new WithdrawAttestation(ledger.id(said))).isAccepted();
  }

  private RetractEvent retract(String approval, long position) {
    ApprovalId id = new ApprovalId(approval);
    ledger.given(new GiveApproval(id, "records.RetractEvent", ledger.id(position).tag(), Optional.empty()), CHIEF);
    return new RetractEvent(ledger.id(position), id, List.of());
  }

  private long given(Command command) {
    return ledger.given(command, CLERK);
  }

  private RuleScenario.Answer when(Command command) {
    return ledger.when(command, CLERK);
  }
}
