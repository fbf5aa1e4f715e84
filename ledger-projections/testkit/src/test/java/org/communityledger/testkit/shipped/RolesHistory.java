package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.membership.AppointmentCommand.EndAppointment;
import org.communityledger.membership.BondCommand.EndBond;
import org.communityledger.membership.BondCommand.FormBond;
import org.communityledger.membership.BondCommand.LogContact;
import org.communityledger.membership.HonourCommand.GrantHonour;
import org.communityledger.membership.HonourCommand.RevokeHonour;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/**
 * A union with an unnamed adviser, the one who follows, and a keeper; a family with a sponsor, a pair that parted; a plaque,
 * and a certificate taken back: all that can happen to appointments, bonds and honours, through the rules; some of it dated
 * inexactly, one end taken back.
 */
final class RolesHistory {
  static final LocalDate JULY_1 = LocalDate.of(2024, 7, 1);
  static final OrgId OFFICE = new OrgId("office");
  static final OrgId UNION = new OrgId("union");
  static final PersonId WANG = new PersonId("p-wang");
  static final PersonId LI = new PersonId("p-li");
  static final HouseholdId FAMILY = new HouseholdId("family");
  static final AppointmentId SENT = new AppointmentId("sent");
  static final AppointmentId ADVISER = new AppointmentId("adviser");
  static final AppointmentId KEEPER = new AppointmentId("keeper");
  static final BondId CARE = new BondId("care");
  static final BondId STUDY = new BondId("study");
  static final HonourId PLAQUE = new HonourId("plaque");
  static final HonourId CERTIFICATE = new HonourId("certificate");
  static final When MIDDLE_OF_JULY = When.during(day(10), day(19));
  static final When CALLED = When.during(day(6), day(12));

  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");
  private static final ApprovalId APPROVAL = new ApprovalId("to-take-back");

  private RolesHistory() {}

  /** So many days after the first of July. */
  static LocalDate day(int after) {
    return JULY_1.plusDays(after);
  }

  static void tell(LedgerScenario ledger) {
    ledger.at(JULY_1).as(CLERK);
    ledger.when(new RegisterOrg(OFFICE, "SUBDISTRICT", "街道办", true, Optional.empty(), Optional.empty()));
    ledger.when(new RegisterOrg(UNION, "UNION", "工会", true, Optional.empty(), Optional.empty()));
    ledger.when(new RegisterPerson(WANG, Optional.empty(), Optional.of(true), Optional.empty()));
    ledger.when(new RegisterPerson(LI, Optional.empty(), Optional.of(true), Optional.empty()));
    ledger.when(new RegisterHousehold(FAMILY, List.of(LI), Tally.exact(3, Unit.PERSON)));
    ledger.when(GiveConsent.of(FAMILY, ConsentMatter.ofBond("family-care"), "pairing").through(LI));
    ledger.when(appoint(SENT, Optional.empty(), "adviser", When.notAfter(JULY_1).asStated("近日"), Optional.empty()));
    ledger.when(appoint(KEEPER, Optional.of(WANG), "keeper", When.on(JULY_1), Optional.of(When.on(day(30)))));
    ledger.at(day(1)).when(new FormBond(CARE, "family-care", WANG, FAMILY, OFFICE));
    ledger.when(new GrantHonour(PLAQUE, "caring-company", UNION, FAMILY, "plaque"));
    ledger.when(new GrantHonour(CERTIFICATE, "volunteer", WANG, OFFICE, "certificate"));
    ledger.at(day(5)).when(LogContact.of(CARE, FAMILY, "visit").noting("the boy starts school"));
    ledger.occurred(When.during(day(1), day(5))).when(new FormBond(STUDY, "study", OFFICE, UNION, OFFICE));
    ledger.at(day(10)).when(new EndAppointment(SENT));
    ledger.when(appoint(ADVISER, Optional.of(LI), "adviser", MIDDLE_OF_JULY, Optional.empty()));
    ledger.at(day(12)).occurred(CALLED).when(LogContact.of(CARE, FAMILY, "call"));
    ledger.at(day(15)).when(new EndBond(STUDY));
    ledger.at(day(20)).when(new RevokeHonour(CERTIFICATE));
    ledger.when(new EndAppointment(KEEPER));
    EventId mistake = ledger.ledger().reader().event(ledger.position()).id();
    ledger.as(CHIEF).when(new GiveApproval(APPROVAL, "records.RetractEvent", mistake.tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(mistake, APPROVAL, List.of()));
  }

  private static Appoint appoint(
      AppointmentId id,
      Optional<PersonId> person,
      String role,
      When from,
      Optional<When> until) {
    return new Appoint(id, person, role, UNION.tag(), OFFICE, from, until);
  }
}
