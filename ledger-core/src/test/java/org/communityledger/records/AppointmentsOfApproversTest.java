package org.communityledger.records;

import static org.communityledger.decide.RuleScenario.TODAY;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.membership.AppointmentCommand.EndAppointment;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppointmentsOfApproversTest {
  private static final OrgId OFFICE = new OrgId("office");
  private static final OrgId UNION = new OrgId("union");
  private static final PersonId CHEN = new PersonId("p-chen");
  private static final PersonId ZHOU = new PersonId("p-zhou");
  private static final AppointmentId SEAT = new AppointmentId("seat");
  private static final ApprovalId APPROVAL = new ApprovalId("approval");
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor UNNAMED = Actor.of(OFFICE, "subdistrict officer");
  private static final Actor NAMED = Actor.of(CHEN, "community worker");

  private final RuleScenario ledger = new RuleScenario();
  private final long wrong;

  AppointmentsOfApproversTest() {
    ledger.given(new RegisterOrg(OFFICE, "SUBDISTRICT", "街道办", true, Optional.empty(), Optional.empty()), CLERK);
    ledger.given(new RegisterOrg(UNION, "UNION", "工会", true, Optional.empty(), Optional.empty()), CLERK);
    ledger.given(RegisterPerson.of(CHEN, Optional.empty(), Optional.empty()), CLERK);
    wrong = ledger.given(RegisterPerson.of(ZHOU, Optional.empty(), Optional.empty()), CLERK);
  }

  @Test
  void an_organisation_without_a_person_does_not_approve_what_its_own_people_ask() {
    long appointed = appoint(OFFICE, When.on(TODAY));
    long approved = approve(UNNAMED, When.on(TODAY));

    retract(NAMED).isRefusedWith(new SelfApproval(APPROVAL, OFFICE), appointed, approved);
  }

  @Test
  void nor_do_they_approve_what_it_asks() {
    long appointed = appoint(OFFICE, When.on(TODAY));
    long approved = approve(NAMED, When.on(TODAY));

    retract(UNNAMED).isRefusedWith(new SelfApproval(APPROVAL, CHEN), appointed, approved);
  }

  @Test
  void whoever_asks_on_behalf_of_an_organisation_is_not_approved_by_it() {
    long approved = approve(UNNAMED, When.on(TODAY));

    retract(NAMED.onBehalfOf(OFFICE)).isRefusedWith(new SelfApproval(APPROVAL, OFFICE), approved);
  }

  @Test
  void an_organisation_that_asks_is_not_approved_by_whoever_acts_for_it() {
    long approved = approve(NAMED.onBehalfOf(OFFICE), When.on(TODAY));

    retract(UNNAMED).isRefusedWith(new SelfApproval(APPROVAL, CHEN), approved);
  }

  @Test
  void an_appointment_on_the_day_of_the_approval_is_enough() {
    long appointed = appoint(OFFICE, When.inYear(2023));
    long approved = approve(UNNAMED, When.on(TODAY.minusDays(5)));
    ledger.given(new EndAppointment(SEAT), CLERK, When.on(TODAY.minusDays(3)));

    retract(NAMED).isRefusedWith(new SelfApproval(APPROVAL, OFFICE), appointed, approved);
  }

  @Test
  void one_that_was_over_by_then_does_not_matter() {
    appoint(OFFICE, When.inYear(2023));
    ledger.given(new EndAppointment(SEAT), CLERK, When.on(TODAY.minusDays(8)));
    approve(UNNAMED, When.on(TODAY.minusDays(5)));

    retract(NAMED).isAccepted();
  }

  @Test
  void nor_does_one_elsewhere() {
    appoint(UNION, When.on(TODAY));
    approve(UNNAMED, When.on(TODAY));

    retract(NAMED).isAccepted();
  }

  @Test
  void two_persons_of_one_organisation_are_two() {
    appoint(OFFICE, When.on(TODAY));
    approve(NAMED.onBehalfOf(OFFICE), When.on(TODAY));

    retract(Actor.of(new PersonId("p-li"), "community worker").onBehalfOf(OFFICE)).isAccepted();
  }

  private long appoint(OrgId at, When from) {
    return ledger.given(new Appoint(SEAT, Optional.of(CHEN), "officer", at.tag(), OFFICE, from, Optional.empty()),
        CLERK);
  }

  private long approve(Actor by, When occurred) {
    return ledger.given(new GiveApproval(APPROVAL, "records.RetractEvent", ledger.id(wrong).tag(), Optional.empty()),
        by, occurred);
  }

  private Answer retract(Actor by) {
    return ledger.when(new RetractEvent(ledger.id(wrong), APPROVAL, List.of()), by);
  }
}
