package org.communityledger.cases;

import static org.communityledger.cases.CaseScenario.CLERK;
import static org.communityledger.cases.CaseScenario.ESTATE;
import static org.communityledger.cases.CaseScenario.GUODONG;
import static org.communityledger.cases.CaseScenario.OFFICE;
import static org.communityledger.cases.CaseScenario.WALL;
import static org.communityledger.cases.CaseScenario.WORKER;
import static org.communityledger.decide.RuleScenario.TODAY;

import java.util.Optional;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.membership.AppointmentCommand.EndAppointment;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppointmentsOfVerifiersTest {
  private static final AppointmentId SEAT = new AppointmentId("seat");
  private static final PersonId CHEN = new PersonId("p-chen");
  private static final Actor FOR_THE_OFFICE = Actor.of(CHEN, "grid worker").onBehalfOf(OFFICE);
  private static final VerifyWork VERIFY = VerifyWork.of(WALL, true);
  private final CaseScenario scenario = new CaseScenario();

  @BeforeEach
  void register() {
    scenario.given(RegisterPerson.of(CHEN, Optional.empty(), Optional.empty()));
  }

  @Test
  void whoever_has_an_appointment_at_the_doer_does_not_verify_for_somebody_else() {
    long appointed = appoint(GUODONG.tag(), When.on(TODAY.minusDays(30)), Optional.empty());
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(VERIFY, FOR_THE_OFFICE).isRefusedWith(new VerifierIsDoer(WALL, GUODONG), appointed, completed);
    scenario.when(VerifyWork.of(WALL, false), FOR_THE_OFFICE)
        .isRefusedWith(new VerifierIsDoer(WALL, GUODONG), appointed, completed);
  }

  @Test
  void nor_whoever_has_one_at_a_site_the_doer_runs() {
    SiteId depot = new SiteId("depot");
    scenario.given(OpenSite.of(depot, "DEPOT", ESTATE, GUODONG));
    long appointed = appoint(depot.tag(), When.on(TODAY), Optional.empty());
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(VERIFY, FOR_THE_OFFICE).isRefusedWith(new VerifierIsDoer(WALL, GUODONG), appointed, completed);
  }

  @Test
  void an_appointment_elsewhere_does_not_matter() {
    appoint(OFFICE.tag(), When.on(TODAY), Optional.empty());
    scenario.wallAt(Stage.DONE);

    scenario.when(VERIFY, FOR_THE_OFFICE).isAccepted();
  }

  @Test
  void nor_does_one_that_is_still_to_come() {
    appoint(GUODONG.tag(), When.on(TODAY.plusDays(1)), Optional.empty());
    scenario.wallAt(Stage.DONE);

    scenario.when(VERIFY, FOR_THE_OFFICE).isAccepted();
  }

  @Test
  void nor_one_that_was_over_on_the_day_of_the_verification() {
    appoint(GUODONG.tag(), When.inYear(2023), Optional.empty());
    scenario.ledger.given(new EndAppointment(SEAT), CLERK, When.on(TODAY.minusDays(1)));
    scenario.wallAt(Stage.DONE);

    scenario.when(VERIFY, FOR_THE_OFFICE).isAccepted();
  }

  @Test
  void on_its_last_day_it_still_matters() {
    long appointed = appoint(GUODONG.tag(), When.inYear(2023), Optional.of(When.on(TODAY)));
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(VERIFY, FOR_THE_OFFICE).isRefusedWith(new VerifierIsDoer(WALL, GUODONG), appointed, completed);
  }

  @Test
  void doubt_about_its_days_counts_against_the_verifier() {
    long appointed = appoint(GUODONG.tag(), When.unknown(), Optional.of(When.unknown()));
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(VERIFY, FOR_THE_OFFICE).isRefusedWith(new VerifierIsDoer(WALL, GUODONG), appointed, completed);
  }

  @Test
  void an_appointment_without_a_name_is_nobodys() {
    scenario.given(new Appoint(SEAT, Optional.empty(), "engineer", GUODONG.tag(), OFFICE, When.on(TODAY),
        Optional.empty()));
    scenario.wallAt(Stage.DONE);

    scenario.when(VERIFY, FOR_THE_OFFICE).isAccepted();
  }

  @Test
  void what_a_person_did_for_an_organisation_is_not_verified_by_another_of_it() {
    long appointed = appoint(GUODONG.tag(), When.on(TODAY), Optional.empty());
    scenario.given(RegisterPerson.of((PersonId) WORKER.who(), Optional.empty(), Optional.empty()));
    scenario.wallAt(Stage.ACCEPTED);
    scenario.given(new AssignCase(WALL, WORKER.who(), "repair", Optional.empty()));
    scenario.when(completedBy((PersonId) WORKER.who()), WORKER).isAccepted();
    long completed = scenario.ledger.last();

    scenario.when(VERIFY, FOR_THE_OFFICE).isRefusedWith(new VerifierIsDoer(WALL, WORKER.who()), appointed, completed);
  }

  @Test
  void an_organisation_without_a_person_does_not_verify_what_its_own_people_did() {
    long appointed = appoint(OFFICE.tag(), When.on(TODAY), Optional.empty());
    scenario.wallAt(Stage.ACCEPTED);
    scenario.given(new AssignCase(WALL, CHEN, "repair", Optional.empty()));
    long completed = scenario.given(completedBy(CHEN));

    scenario.when(VERIFY, Actor.of(OFFICE, "subdistrict officer"))
        .isRefusedWith(new VerifierIsDoer(WALL, CHEN), appointed, completed);
  }

  @Test
  void two_persons_of_one_organisation_are_two() {
    appoint(OFFICE.tag(), When.on(TODAY), Optional.empty());
    scenario.wallAt(Stage.ACCEPTED);
    scenario.given(new AssignCase(WALL, CHEN, "repair", Optional.empty()));
    scenario.given(completedBy(CHEN));

    scenario.when(VERIFY, Actor.of(new PersonId("p-zhou"), "grid worker").onBehalfOf(OFFICE)).isAccepted();
  }

  private long appoint(Tag at, When from, Optional<When> until) {
    return scenario.given(new Appoint(SEAT, Optional.of(CHEN), "engineer", at, OFFICE, from, until));
  }

  private static CompleteWork completedBy(PersonId doer) {
    return CompleteWork.of(WALL, doer, Optional.empty(), Extent.WHOLE, Optional.empty());
  }
}
