package org.communityledger.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.Decider;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownHousehold;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.MoveHouseholdMember;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.parties.PartyEvent.HouseholdMemberMoved;
import org.communityledger.parties.PartyEvent.HouseholdRegistered;
import org.communityledger.parties.PartyRefusal.AlreadyRegistered;
import org.communityledger.parties.PartyRefusal.MemberElsewhere;
import org.communityledger.parties.PartyRefusal.NotAMember;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseholdsTest {
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");
  private static final PersonId MOTHER = new PersonId("p-1");
  private static final PersonId SON = new PersonId("p-2");
  private static final PersonId STRANGER = new PersonId("p-9");
  private static final HouseholdId EAST = new HouseholdId("h-east");
  private static final HouseholdId WEST = new HouseholdId("h-west");
  private static final Tally THREE = Tally.exact(3, Unit.PERSON);

  private final RuleScenario ledger = new RuleScenario();
  private int approvals;

  @BeforeEach
  void two_persons_are_registered() {
    given(RegisterPerson.of(MOTHER, Optional.of(true), Optional.empty()));
    given(RegisterPerson.of(SON, Optional.of(false), Optional.empty()));
  }

  @Test
  void a_household_has_the_members_who_are_known_and_its_size() {
    when(east(MOTHER, SON)).isAcceptedWith(new HouseholdRegistered(EAST, List.of(MOTHER, SON), THREE));

    assertThat(ledger.at(ledger.last()).tags()).isEqualTo(Set.of(EAST.tag(), MOTHER.tag(), SON.tag()));
    assertThat(members(EAST)).containsExactly(MOTHER, SON);
    assertThat(householdOf(SON)).contains(EAST);
  }

  @Test
  void a_household_without_a_known_member_is_registered_with_its_size_alone() {
    when(east()).isAcceptedWith(new HouseholdRegistered(EAST, List.of(), THREE));

    assertThat(members(EAST)).isEmpty();
  }

  @Test
  void a_household_is_registered_once() {
    long first = given(east(MOTHER));

    when(east(SON)).isRefusedWith(new AlreadyRegistered(EAST), first);
  }

  @Test
  void nobody_unknown_is_a_member() {
    when(east(MOTHER, STRANGER)).isRefusedForLackOf("person:p-9 in PersonRegistered", new UnknownPerson(STRANGER));
  }

  @Test
  void nobody_belongs_to_two_households() {
    long east = given(east(MOTHER));

    when(west(SON, MOTHER)).isRefusedWith(new MemberElsewhere(MOTHER, EAST), east);
  }

  @Test
  void a_household_that_cannot_be_is_not_asked_for() {
    assertThatIllegalArgumentException().isThrownBy(() -> east(SON, SON))
        .withMessage("members must not name anybody twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegisterHousehold(EAST, List.of(MOTHER, SON), Tally.exact(1, Unit.PERSON)))
        .withMessage("size must not be below the 2 members named, but is at most 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegisterHousehold(EAST, List.of(), Tally.exact(1, Unit.HOUSEHOLD)))
        .withMessage("size must be in PERSON, not in HOUSEHOLD");
    assertThatIllegalArgumentException().isThrownBy(() -> move(SON, Optional.of(EAST), EAST))
        .withMessage("from and to must be two households");
  }

  @Test
  void a_member_moves_to_another_household() {
    long east = given(east(MOTHER, SON));
    given(west());

    when(move(SON, Optional.of(EAST), WEST))
        .isAcceptedWith(new HouseholdMemberMoved(SON, Optional.of(EAST), WEST, Optional.of(ledger.id(east))));

    assertThat(ledger.at(ledger.last()).tags())
        .isEqualTo(Set.of(SON.tag(), EAST.tag(), WEST.tag(), ledger.id(east).tag()));
    assertThat(members(EAST)).containsExactly(MOTHER);
    assertThat(members(WEST)).containsExactly(SON);
    assertThat(householdOf(SON)).contains(WEST);
  }

  @Test
  void who_moves_back_belongs_where_they_began() {
    given(east(MOTHER, SON));
    given(west());
    given(move(MOTHER, Optional.of(EAST), WEST));
    given(move(MOTHER, Optional.of(WEST), EAST));

    assertThat(members(EAST)).containsExactly(MOTHER, SON);
    assertThat(members(WEST)).isEmpty();
  }

  @Test
  void a_move_of_a_day_on_which_the_person_did_not_live_there_yet_says_so_of_itself() {
    given(east(MOTHER, SON));
    given(west());
    HouseholdId south = new HouseholdId("h-south");
    given(new RegisterHousehold(south, List.of(), THREE));
    EventId joined = ledger.id(ledger.given(move(SON, Optional.of(EAST), WEST), CLERK, july(20)));

    ledger.when(move(SON, Optional.of(WEST), south), CLERK, july(9)).isAcceptedWith(
        new HouseholdMemberMoved(SON, Optional.of(WEST), south, Optional.of(joined)),
        new LateConflict(SON.tag(), EventId.parse("c6.0"), EventId.parse("c6.0"), "NotAMember"));
  }

  private static When july(int day) {
    return When.on(LocalDate.of(2024, 7, day));
  }

  @Test
  void somebody_of_no_household_joins_one() {
    given(east());

    assertThat(householdOf(SON)).isEmpty();
    when(move(SON, Optional.empty(), EAST))
        .isAcceptedWith(new HouseholdMemberMoved(SON, Optional.empty(), EAST, Optional.empty()));
    assertThat(members(EAST)).containsExactly(SON);
  }

  @Test
  void who_belongs_to_a_household_does_not_join_another_as_if_to_none() {
    long east = given(east(SON));
    given(west());

    when(move(SON, Optional.empty(), WEST)).isRefusedWith(new MemberElsewhere(SON, EAST), east);
  }

  @Test
  void nobody_leaves_a_household_they_do_not_belong_to() {
    given(east());
    long west = given(west(MOTHER));

    when(move(MOTHER, Optional.of(EAST), WEST)).isRefusedWith(new NotAMember(MOTHER, EAST), west);
    when(move(SON, Optional.of(EAST), WEST)).isRefusedForLackOf(
        "person:p-2 in HouseholdMemberMoved|HouseholdRegistered", new NotAMember(SON, EAST));
  }

  @Test
  void who_moves_and_where_must_be_known() {
    given(east(SON));

    when(move(STRANGER, Optional.empty(), EAST)).isRefusedForLackOf("person:p-9 in PersonRegistered",
        new UnknownPerson(STRANGER));
    when(move(SON, Optional.of(EAST), WEST)).isRefusedForLackOf("household:h-west in HouseholdRegistered",
        new UnknownHousehold(WEST));
    when(move(SON, Optional.of(WEST), EAST)).isRefusedForLackOf("household:h-west in HouseholdRegistered",
        new UnknownHousehold(WEST));
  }

  @Test
  void what_a_move_rests_on_is_not_taken_back_before_it() {
    given(east());
    given(west());
    long joined = given(move(SON, Optional.empty(), EAST));
    long moved = given(move(SON, Optional.of(EAST), WEST));

    when(retract(joined)).isRefusedWith(new DependentEvents(ledger.id(joined)), moved);
    given(retract(moved));
    given(retract(joined));
    assertThat(householdOf(SON)).isEmpty();
    assertThat(members(EAST)).isEmpty();
    assertThat(members(WEST)).isEmpty();
  }

  @Test
  void a_household_is_corrected_where_members_moved_since() {
    long east = given(east(MOTHER, SON));
    given(west());
    given(move(SON, Optional.of(EAST), WEST));

    given(retract(east, new Replacement(east(MOTHER), Optional.empty())));

    assertThat(members(EAST)).containsExactly(MOTHER);
    assertThat(members(WEST)).containsExactly(SON);
  }

  @Test
  void a_move_corrected_to_another_household_leaves_nobody_in_two() {
    HouseholdId north = new HouseholdId("h-north");
    given(east(MOTHER, SON));
    given(west());
    given(new RegisterHousehold(north, List.of(), THREE));
    long wrong = given(move(SON, Optional.of(EAST), WEST));

    given(retract(wrong, new Replacement(move(SON, Optional.of(EAST), north), Optional.empty())));

    assertThat(householdOf(SON)).contains(north);
    assertThat(members(WEST)).isEmpty();
    assertThat(members(north)).containsExactly(SON);
  }

  @Test
  void the_reason_of_a_move_is_sealed_for_the_person() {
    given(east(SON));
    given(west());

    long moved = ledger.given(move(SON, Optional.of(EAST), WEST), CLERK, "he lives with his father now");

    assertThat(ledger.at(moved).header().reason())
        .contains(RuleScenario.sealed(SON, "REASON", "he lives with his father now"));
    assertThat(ledger.at(moved).tags()).contains(new Tag("subject", "person:p-2"));
  }

  private static RegisterHousehold east(PersonId... members) {
    return new RegisterHousehold(EAST, List.of(members), THREE);
  }

  private static RegisterHousehold west(PersonId... members) {
    return new RegisterHousehold(WEST, List.of(members), THREE);
  }

  private static MoveHouseholdMember move(PersonId person, Optional<HouseholdId> from, HouseholdId to) {
    return new MoveHouseholdMember(person, from, to);
  }

  private RetractEvent retract(long position, Replacement... replacements) {
    EventId event = ledger.id(position);
    ApprovalId approval = new ApprovalId("a" + approvals++);
    ledger.given(new GiveApproval(approval, "records.RetractEvent", event.tag(), Optional.empty()), CHIEF);
    return new RetractEvent(event, approval, List.of(replacements));
  }

  private List<PersonId> members(HouseholdId household) {
    return Decider.read(PartyReadings.membersOf(household), ledger);
  }

  private Optional<HouseholdId> householdOf(PersonId person) {
    return Decider.read(PartyReadings.householdOf(person), ledger);
  }

  private long given(Command command) {
    return ledger.given(command, CLERK);
  }

  private RuleScenario.Answer when(Command command) {
    return ledger.when(command, CLERK);
  }
}
