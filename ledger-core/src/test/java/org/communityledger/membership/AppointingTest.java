package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.decide.RuleScenario.TODAY;
import static org.communityledger.membership.RolesScenario.CLERK;
import static org.communityledger.membership.RolesScenario.FIRST;
import static org.communityledger.membership.RolesScenario.LI;
import static org.communityledger.membership.RolesScenario.OFFICE;
import static org.communityledger.membership.RolesScenario.ROLE;
import static org.communityledger.membership.RolesScenario.SECOND;
import static org.communityledger.membership.RolesScenario.STATION;
import static org.communityledger.membership.RolesScenario.STREET;
import static org.communityledger.membership.RolesScenario.UNION;
import static org.communityledger.membership.RolesScenario.WANG;
import static org.communityledger.membership.RolesScenario.adviser;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownAppointment;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.membership.AppointmentCommand.EndAppointment;
import org.communityledger.membership.AppointmentEvent.Appointed;
import org.communityledger.membership.AppointmentEvent.AppointmentEnded;
import org.communityledger.membership.AppointmentRefusal.AlreadyAppointed;
import org.communityledger.membership.AppointmentRefusal.AppointmentOver;
import org.communityledger.membership.AppointmentRefusal.AppointmentOverlaps;
import org.communityledger.membership.AppointmentRefusal.RoleFilled;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppointingTest {
  private static final When YESTERDAY = When.on(TODAY.minusDays(1));
  private static final When JULY = When.during(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 31));
  private final RolesScenario scenario = new RolesScenario();

  @Test
  void somebody_is_appointed_by_name() {
    scenario.when(adviser(FIRST, WANG)).isAcceptedWith(new Appointed(FIRST, Optional.of(WANG), "adviser", UNION.tag(),
        UNION, OFFICE, When.on(TODAY), Optional.empty(), Optional.empty(), List.of()));
    assertThat(scenario.ledger.at(scenario.ledger.last()).tags())
        .containsExactlyInAnyOrder(FIRST.tag(), WANG.tag(), UNION.tag(), ROLE);
  }

  @Test
  void that_somebody_was_sent_is_recorded_without_a_name() {
    When sent = When.notAfter(TODAY).asStated("近日");

    scenario.when(new Appoint(FIRST, Optional.empty(), "adviser", OFFICE.tag(), OFFICE, sent, Optional.empty()))
        .isAcceptedWith(new Appointed(FIRST, Optional.empty(), "adviser", OFFICE.tag(), OFFICE, OFFICE, sent,
            Optional.empty(), Optional.of(STREET), List.of()));
  }

  @Test
  void a_role_at_a_site_is_held_in_the_organisation_that_runs_it() {
    scenario.when(new Appoint(FIRST, Optional.of(WANG), "keeper", STATION.tag(), UNION, When.on(TODAY),
        Optional.empty())).isAcceptedWith(new Appointed(FIRST, Optional.of(WANG), "keeper", STATION.tag(), UNION, UNION,
            When.on(TODAY), Optional.empty(), Optional.of(STREET), List.of()));
    assertThat(scenario.ledger.at(scenario.ledger.last()).tags()).containsExactlyInAnyOrder(FIRST.tag(), WANG.tag(),
        STATION.tag(), UNION.tag(), new Tag("role", "keeper:site:station-01"));
  }

  @Test
  void who_or_what_is_named_must_be_known() {
    PersonId stranger = new PersonId("stranger");
    OrgId nowhere = new OrgId("nowhere");
    SiteId closed = new SiteId("station-99");

    scenario.when(adviser(FIRST, stranger))
        .isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(stranger));
    scenario.when(new Appoint(FIRST, Optional.empty(), "adviser", nowhere.tag(), OFFICE, When.on(TODAY),
        Optional.empty())).isRefusedForLackOf("org:nowhere in OrgRegistration", new UnknownOrg(nowhere));
    scenario.when(new Appoint(FIRST, Optional.empty(), "keeper", closed.tag(), OFFICE, When.on(TODAY),
        Optional.empty())).isRefusedForLackOf("site:station-99 in SiteOpened", new UnknownSite(closed));
    scenario.when(new Appoint(FIRST, Optional.empty(), "adviser", UNION.tag(), nowhere, When.on(TODAY),
        Optional.empty())).isRefusedForLackOf("org:nowhere in OrgRegistration", new UnknownOrg(nowhere));
  }

  @Test
  void an_id_stands_for_one_appointment() {
    long appointed = scenario.given(adviser(FIRST, WANG));

    scenario.when(new Appoint(FIRST, Optional.of(LI), "keeper", STATION.tag(), UNION, When.on(TODAY),
        Optional.empty())).isRefusedWith(new AlreadyAppointed(FIRST), appointed);
  }

  @Test
  void nobody_has_the_same_role_twice() {
    long appointed = scenario.given(adviser(FIRST, WANG));

    scenario.when(adviser(SECOND, WANG))
        .isRefusedWith(new AppointmentOverlaps("adviser", UNION.tag(), WANG, FIRST), appointed);
  }

  @Test
  void two_do_not_have_a_role_at_once() {
    long appointed = scenario.given(adviser(FIRST, WANG));

    scenario.when(adviser(SECOND, LI)).isRefusedWith(new RoleFilled("adviser", UNION.tag(), FIRST), appointed);
    scenario.when(adviser(SECOND, Optional.empty(), When.on(TODAY), Optional.empty()))
        .isRefusedWith(new RoleFilled("adviser", UNION.tag(), FIRST), appointed);
  }

  @Test
  void that_two_had_it_all_the_same_is_recorded_as_irregular() {
    scenario.given(adviser(FIRST, WANG));

    scenario.whenIrregular(adviser(SECOND, LI), "membership.Appoint", SECOND).isAccepted();
    scenario.whenIrregular(adviser(new AppointmentId("third"), WANG), "membership.Appoint", new AppointmentId("third"))
        .isAccepted();
  }

  @Test
  void somebody_unnamed_fills_a_role() {
    long sent = scenario.given(adviser(FIRST, Optional.empty(), When.unknown(), Optional.empty()));

    scenario.when(adviser(SECOND, WANG)).isRefusedWith(new RoleFilled("adviser", UNION.tag(), FIRST), sent);
  }

  @Test
  void the_same_person_may_have_other_roles_and_the_same_elsewhere() {
    scenario.given(adviser(FIRST, WANG));

    scenario.when(new Appoint(SECOND, Optional.of(WANG), "adviser", OFFICE.tag(), OFFICE, When.on(TODAY),
        Optional.empty())).isAccepted();
    scenario.when(new Appoint(new AppointmentId("third"), Optional.of(WANG), "keeper", UNION.tag(), OFFICE,
        When.on(TODAY), Optional.empty())).isAccepted();
  }

  @Test
  void a_successor_may_begin_on_the_last_day() {
    scenario.given(adviser(FIRST, Optional.of(WANG), JULY, Optional.of(When.on(TODAY))));

    scenario.when(adviser(SECOND, LI)).isAccepted();
  }

  @Test
  void times_that_need_not_overlap_do_not() {
    scenario.given(adviser(FIRST, Optional.of(WANG), When.inYear(2023), Optional.of(JULY)));

    scenario.when(adviser(SECOND, Optional.of(LI), JULY, Optional.empty())).isAccepted();
  }

  @Test
  void times_that_must_overlap_do_however_inexact_they_are() {
    long appointed = scenario.given(adviser(FIRST, Optional.of(WANG), When.inYear(2023), Optional.of(JULY)));
    When spring = When.during(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 31));

    scenario.when(adviser(SECOND, Optional.of(LI), spring, Optional.empty()))
        .isRefusedWith(new RoleFilled("adviser", UNION.tag(), FIRST), appointed);
  }

  @Test
  void an_appointment_is_ended_and_its_successor_names_the_end() {
    long appointed = scenario.given(adviser(FIRST, Optional.of(WANG), JULY, Optional.empty()));
    scenario.when(new EndAppointment(FIRST)).isAcceptedWith(new AppointmentEnded(FIRST, Optional.of(WANG), "adviser",
        UNION.tag(), UNION, scenario.id(appointed)));
    long ended = scenario.ledger.last();

    scenario.when(adviser(SECOND, LI)).isAcceptedWith(new Appointed(SECOND, Optional.of(LI), "adviser", UNION.tag(),
        UNION, OFFICE, When.on(TODAY), Optional.empty(), Optional.empty(), List.of(scenario.id(ended))));
    assertThat(scenario.ledger.at(ended).tags()).containsExactlyInAnyOrder(FIRST.tag(), WANG.tag(), UNION.tag(), ROLE,
        scenario.id(appointed).tag());
  }

  @Test
  void whoever_left_still_had_the_role_before() {
    long appointed = scenario.given(adviser(FIRST, Optional.of(WANG), When.inYear(2023), Optional.empty()));
    long ended = scenario.given(new EndAppointment(FIRST));

    scenario.when(adviser(SECOND, Optional.of(LI), YESTERDAY, Optional.empty()))
        .isRefusedWith(new RoleFilled("adviser", UNION.tag(), FIRST), appointed, ended);
  }

  @Test
  void an_appointment_that_was_called_off_before_it_began_stands_in_nobodys_way() {
    scenario.given(adviser(FIRST, Optional.of(WANG), When.on(TODAY.plusDays(30)), Optional.empty()));
    scenario.given(new EndAppointment(FIRST));

    scenario.when(adviser(SECOND, Optional.of(LI), YESTERDAY, Optional.empty())).isAccepted();
  }

  @Test
  void an_appointment_ends_once() {
    scenario.when(new EndAppointment(FIRST)).isRefusedForLackOf("appointment:first in AppointmentEvent",
        new UnknownAppointment(FIRST));
    scenario.given(adviser(FIRST, WANG));
    long ended = scenario.given(new EndAppointment(FIRST));

    scenario.when(new EndAppointment(FIRST)).isRefusedWith(new AppointmentOver(FIRST), ended);
  }

  @Test
  void what_was_over_by_its_own_last_day_is_not_ended_later() {
    long appointed = scenario.given(adviser(FIRST, Optional.of(WANG), When.inYear(2023), Optional.of(JULY)));

    scenario.when(new EndAppointment(FIRST)).isRefusedWith(new AppointmentOver(FIRST), appointed);
    scenario.when(new EndAppointment(FIRST), JULY).isAccepted();
  }

  @Test
  void an_appointment_on_which_an_end_rests_is_not_taken_back() {
    long appointed = scenario.given(adviser(FIRST, WANG));
    long ended = scenario.given(new EndAppointment(FIRST));

    retract(appointed).isRefusedWith(new DependentEvents(scenario.id(appointed)), ended);
  }

  @Test
  void whoever_was_named_wrongly_is_corrected_and_the_end_still_holds() {
    long appointed = scenario.given(adviser(FIRST, Optional.of(WANG), JULY, Optional.empty()));
    scenario.given(new EndAppointment(FIRST));

    retract(appointed, new Replacement(adviser(FIRST, Optional.of(LI), JULY, Optional.empty()), Optional.empty()))
        .isAccepted();
    scenario.when(adviser(SECOND, LI)).isAccepted();
  }

  @Test
  void a_post_is_at_an_organisation_or_a_site_and_ends_after_it_began() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Appoint(FIRST, Optional.empty(), "adviser", STREET.tag(),
        OFFICE, When.on(TODAY), Optional.empty()))
        .withMessage("at must be an organisation or a site, org:<id> or site:<id>, not 'place:kaiyuan'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adviser(FIRST, Optional.empty(), When.on(TODAY), Optional.of(YESTERDAY)))
        .withMessage("until must not be before from");
    assertThatIllegalArgumentException().isThrownBy(() -> new Appoint(FIRST, Optional.empty(), "老王", UNION.tag(),
        OFFICE, When.on(TODAY), Optional.empty())).withMessageContaining("role must be a code word");
  }

  private Answer retract(long position, Replacement... replacements) {
    ApprovalId approval = new ApprovalId("approval-" + position);
    scenario.ledger.given(new GiveApproval(approval, "records.RetractEvent", scenario.id(position).tag(),
        Optional.empty()), Actor.of(new PersonId("chief"), "chief"));
    return scenario.ledger.when(new RetractEvent(scenario.id(position), approval, List.of(replacements)), CLERK);
  }
}
