package org.communityledger.membership;

import static org.communityledger.decide.RuleScenario.TODAY;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;

/** A subdistrict office, the union whose riders' station it helps, two who may be appointed, and a family. */
final class RolesScenario {
  static final PlaceId STREET = new PlaceId("kaiyuan");
  static final OrgId OFFICE = new OrgId("kaiyuan-office");
  static final OrgId UNION = new OrgId("union");
  static final OrgId COURT = new OrgId("court");
  static final SiteId STATION = new SiteId("station-01");
  static final PersonId WANG = new PersonId("p-wang");
  static final PersonId LI = new PersonId("p-li");
  static final HouseholdId FAMILY = new HouseholdId("family-01");
  static final AppointmentId FIRST = new AppointmentId("first");
  static final AppointmentId SECOND = new AppointmentId("second");
  static final Tag ROLE = new Tag("role", "adviser:org:union");

  static final Actor CHIEF = Actor.of(new PersonId("chief"), "chief");
  static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");

  final RuleScenario ledger = new RuleScenario();

  RolesScenario() {
    given(new RegisterPlace(STREET, "SUBDISTRICT", "开源街道", Optional.empty(), true));
    given(new RegisterOrg(OFFICE, "SUBDISTRICT", "开源街道办事处", true, Optional.empty(), Optional.of(STREET)));
    given(new RegisterOrg(UNION, "UNION", "街道总工会", true, Optional.empty(), Optional.empty()));
    given(new RegisterOrg(COURT, "COURT", "区法院", true, Optional.empty(), Optional.empty()));
    given(OpenSite.of(STATION, "STATION", STREET, UNION));
    given(new RegisterPerson(WANG, Optional.empty(), Optional.of(true), Optional.empty()));
    given(new RegisterPerson(LI, Optional.empty(), Optional.of(true), Optional.empty()));
    given(new RegisterHousehold(FAMILY, List.of(LI), Tally.exact(3, Unit.PERSON)));
  }

  long given(Command command) {
    return ledger.given(command, CLERK);
  }

  long given(Command command, When occurred) {
    return ledger.given(command, CLERK, occurred);
  }

  Answer when(Command command) {
    return ledger.when(command, CLERK);
  }

  Answer when(Command command, When occurred) {
    return ledger.when(command, CLERK, occurred);
  }

  /** Asks for something that happened today although a rule speaks against it, with an approval. */
  Answer whenIrregular(Command command, String what, Id subject) {
    ApprovalId approval = new ApprovalId("approval-" + subject);
    ledger.given(new GiveApproval(approval, what, subject.tag(), Optional.empty()), CHIEF);
    return ledger.whenIrregular(command, CLERK, When.on(TODAY), "it was so", approval);
  }

  EventId id(long position) {
    return ledger.id(position);
  }

  /** The union's adviser, from today on. */
  static Appoint adviser(AppointmentId id, PersonId person) {
    return adviser(id, Optional.of(person), When.on(TODAY), Optional.empty());
  }

  static Appoint adviser(AppointmentId id, Optional<PersonId> person, When from, Optional<When> until) {
    return new Appoint(id, person, "adviser", UNION.tag(), OFFICE, from, until);
  }
}
