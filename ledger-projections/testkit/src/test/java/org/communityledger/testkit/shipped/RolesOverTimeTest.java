package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.RolesHistory.ADVISER;
import static org.communityledger.testkit.shipped.RolesHistory.CALLED;
import static org.communityledger.testkit.shipped.RolesHistory.CARE;
import static org.communityledger.testkit.shipped.RolesHistory.CERTIFICATE;
import static org.communityledger.testkit.shipped.RolesHistory.JULY_1;
import static org.communityledger.testkit.shipped.RolesHistory.KEEPER;
import static org.communityledger.testkit.shipped.RolesHistory.LI;
import static org.communityledger.testkit.shipped.RolesHistory.MIDDLE_OF_JULY;
import static org.communityledger.testkit.shipped.RolesHistory.PLAQUE;
import static org.communityledger.testkit.shipped.RolesHistory.SENT;
import static org.communityledger.testkit.shipped.RolesHistory.STUDY;
import static org.communityledger.testkit.shipped.RolesHistory.day;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentEvent;
import org.communityledger.membership.BondEvent;
import org.communityledger.membership.HonourEvent;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Replay;
import org.communityledger.projection.membership.AppointmentRow;
import org.communityledger.projection.membership.Appointments;
import org.communityledger.projection.membership.BondRow;
import org.communityledger.projection.membership.Bonds;
import org.communityledger.projection.membership.HonourRow;
import org.communityledger.projection.membership.Honours;
import org.communityledger.projection.membership.Pairings;
import org.communityledger.projection.membership.Roles;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.communityledger.testkit.ProjectionAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The shipped views of appointments, bonds and honours, at several moments of one history. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    RolesHistory.tell(ledger);
  }

  private static ProjectionAssert<AppointmentId, AppointmentRow> appointments(LedgerScenario ledger) {
    return assertThat(ledger).projection(Appointments.class);
  }

  private static ProjectionAssert<BondId, BondRow> bonds(LedgerScenario ledger) {
    return assertThat(ledger).projection(Bonds.class);
  }

  private static ProjectionAssert<HonourId, HonourRow> honours(LedgerScenario ledger) {
    return assertThat(ledger).projection(Honours.class);
  }

  @Test
  void everything_that_can_happen_to_roles_pairs_and_titles_happens_in_this_history(LedgerScenario ledger) {
    assertThat(ledger).entries().extracting(RecordedEvent::event).extracting(it -> (Object) it.getClass())
        .containsAll(Stream.of(AppointmentEvent.class, BondEvent.class, HonourEvent.class)
            .flatMap(it -> Arrays.stream(it.getPermittedSubclasses())).toList());
  }

  @Test
  void appointments_tell_who_has_which_role_from_when_until_when(LedgerScenario ledger) {
    appointments(ledger).row(SENT).returns(Optional.empty(), AppointmentRow::person)
        .returns(Optional.of(When.on(day(10))), AppointmentRow::last).returns(false, AppointmentRow::isOpen);
    appointments(ledger).row(ADVISER).returns(Optional.of(LI), AppointmentRow::person)
        .returns(MIDDLE_OF_JULY, AppointmentRow::from).returns(Optional.empty(), AppointmentRow::last);
    appointments(ledger).figure("appointments.made{org=union,role=adviser}").isExactly(2);
    appointments(ledger).figure("appointments.open{org=union,role=adviser}").isExactly(1);
    appointments(ledger).figure("appointments.open").isExactly(2);
  }

  @Test
  void an_end_that_was_taken_back_still_counts_as_known_before(LedgerScenario ledger) {
    AsOf beforeTheRetraction = AsOf.asKnown(ledger.position() - 1);

    appointments(ledger).row(KEEPER).returns(true, AppointmentRow::isOpen)
        .returns(Optional.of(When.on(day(30))), AppointmentRow::last);
    appointments(ledger).asOf(beforeTheRetraction).row(KEEPER).returns(Optional.of(When.on(day(20))),
        AppointmentRow::last);
    appointments(ledger).asOf(beforeTheRetraction).figure("appointments.open{role=keeper}").isAbsent();
  }

  @Test
  void as_happened_only_what_was_decided_by_then_counts(LedgerScenario ledger) {
    appointments(ledger).asOf(AsOf.asHappened(day(9))).figure("appointments.made{role=adviser}").isExactly(1);
    appointments(ledger).asOf(AsOf.asHappened(day(9))).figure("appointments.open{role=adviser}").isExactly(1);
    appointments(ledger).asOf(AsOf.asHappened(day(10))).figure("appointments.made{role=adviser}").isExactly(2);
  }

  @Test
  void how_many_have_a_role_on_a_day_is_an_interval_where_dates_leave_a_doubt(LedgerScenario ledger) {
    Roles roles = Appointments.in(Replay.of(ledger.ledger().reader()).run(new Appointments()));

    assertThat(roles.heldOn(JULY_1.minusDays(1), "adviser")).isEqualTo(Tally.between(0, 1, Unit.ITEM));
    assertThat(roles.heldOn(day(4), "adviser")).isEqualTo(Tally.exact(1, Unit.ITEM));
    assertThat(roles.heldOn(day(10), "adviser")).isEqualTo(Tally.between(1, 2, Unit.ITEM));
    assertThat(roles.heldOn(day(14), "adviser")).isEqualTo(Tally.between(0, 1, Unit.ITEM));
    assertThat(roles.heldOn(day(19), "adviser")).isEqualTo(Tally.exact(1, Unit.ITEM));
    assertThat(roles.heldOn(day(30), "keeper")).isEqualTo(Tally.exact(1, Unit.ITEM));
    assertThat(roles.heldOn(day(31), "keeper")).isEqualTo(Tally.exact(0, Unit.ITEM));
    assertThat(roles.surelyHeldOn(day(31))).extracting(AppointmentRow::appointment).containsExactly(ADVISER);
    assertThat(roles.all()).hasSize(3);
  }

  @Test
  void bonds_tell_who_supports_whom_and_when_they_were_in_contact_last(LedgerScenario ledger) {
    bonds(ledger).row(CARE).returns(2L, BondRow::contacts).returns(Optional.of(CALLED), BondRow::lastContact)
        .returns(new Span(19, Optional.of(25L)), it -> it.silent(day(31))).returns(true, BondRow::isOpen);
    bonds(ledger).row(STUDY).returns(Optional.empty(), BondRow::lastContact)
        .returns(Optional.of(When.on(day(15))), BondRow::ended);
    bonds(ledger).figure("bonds.formed").isExactly(2);
    bonds(ledger).figure("bonds.open{kind=family-care}").isExactly(1);
    bonds(ledger).figure("bonds.open{kind=study}").isAbsent();
    bonds(ledger).figure("bonds.contacts{kind=family-care}").isExactly(2);
  }

  @Test
  void a_bond_that_may_have_been_formed_by_then_widens_the_figure(LedgerScenario ledger) {
    bonds(ledger).asOf(AsOf.asHappened(day(3))).figure("bonds.open{kind=study}").isAtLeast(0).isAtMost(1);
    bonds(ledger).asOf(AsOf.asHappened(day(3))).figure("bonds.contacts{kind=family-care}").isAbsent();
    bonds(ledger).asOf(AsOf.asHappened(day(5))).figure("bonds.open{kind=study}").isExactly(1);
  }

  @Test
  void pairs_without_contact_for_long_are_counted_as_surely_as_dates_allow(LedgerScenario ledger) {
    Pairings pairings = Bonds.in(Replay.of(ledger.ledger().reader()).run(new Bonds()));

    assertThat(pairings.silent(30, day(36))).isEqualTo(Tally.exact(0, Unit.ITEM));
    assertThat(pairings.silent(30, day(37))).isEqualTo(Tally.between(0, 1, Unit.ITEM));
    assertThat(pairings.silent(30, day(43))).isEqualTo(Tally.exact(1, Unit.ITEM));
    assertThat(pairings.surelySilent(30, day(43))).extracting(BondRow::bond).containsExactly(CARE);
    assertThat(pairings.all()).extracting(BondRow::bond).containsExactlyInAnyOrder(CARE, STUDY);
  }

  @Test
  void honours_tell_which_are_still_in_force(LedgerScenario ledger) {
    honours(ledger).row(PLAQUE).returns(true, HonourRow::isInForce).returns(When.on(day(1)), HonourRow::granted);
    honours(ledger).row(CERTIFICATE).returns(Optional.of(When.on(day(20))), HonourRow::revoked);
    honours(ledger).figure("honours.granted").isExactly(2);
    honours(ledger).figure("honours.inForce").isExactly(1);
    honours(ledger).figure("honours.inForce{form=plaque,title=caring-company}").isExactly(1);
    honours(ledger).asOf(AsOf.asHappened(day(19))).figure("honours.inForce").isExactly(2);
  }

  @Test
  void views_rebuild_and_ignore_redelivery(LedgerScenario ledger) {
    appointments(ledger).rebuildsToTheSameState().ignoresRedelivery();
    bonds(ledger).rebuildsToTheSameState().ignoresRedelivery();
    honours(ledger).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).isIntact();
  }
}
