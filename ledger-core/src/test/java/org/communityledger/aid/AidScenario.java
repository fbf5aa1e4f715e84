package org.communityledger.aid;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeCommand.OpenRound;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;

/** A sponsor, a station with a keeper, two riders, and a family of a parent and a child. */
final class AidScenario {
  static final PlaceId STREET = new PlaceId("street");
  static final OrgId UNION = new OrgId("union");
  static final SiteId STATION = new SiteId("station");
  static final PersonId KEEPER = new PersonId("keeper");
  static final PersonId RIDER = new PersonId("rider-05");
  static final PersonId OTHER = new PersonId("rider-06");
  static final PersonId PARENT = new PersonId("parent");
  static final PersonId CHILD = new PersonId("child");
  static final HouseholdId FAMILY = new HouseholdId("family");
  static final PersonId STRANGER = new PersonId("stranger");
  static final ProgrammeId KIT = new ProgrammeId("kit");
  static final RoundId JULY = new RoundId("july");
  static final DeliveryId FIRST = new DeliveryId("d-1");
  static final DeliveryId SECOND = new DeliveryId("d-2");
  static final EntitlementId GRANT = new EntitlementId("e-1");
  static final LotId WATER = new LotId("water-2024");
  static final Actor WORKER = Actor.of(new PersonId("worker"), "community worker");
  static final Actor CHIEF = Actor.of(new PersonId("chief"), "programme officer");
  static final When START = When.on(LocalDate.of(2024, 7, 1));
  static final AidLine BOTTLE = AidLine.of("water", items(1));

  final RuleScenario ledger = new RuleScenario();

  AidScenario() {
    given(new RegisterPlace(STREET, "STREET", "示范街", Optional.empty(), true));
    given(new RegisterOrg(UNION, "UNION", "工会", true, Optional.empty(), Optional.of(STREET)));
    given(OpenSite.of(STATION, "STATION", STREET, UNION));
    given(person(KEEPER, true, "keeper"));
    given(person(RIDER, true, "rider"));
    given(person(OTHER, true, "rider"));
    given(person(PARENT, true, "resident"));
    given(person(CHILD, false, "pupil"));
    given(new RegisterHousehold(FAMILY, List.of(PARENT, CHILD), Tally.exact(2, Unit.PERSON)));
  }

  static RegisterPerson person(PersonId id, boolean over18, String descriptor) {
    return RegisterPerson.of(id, Optional.of(over18), Optional.of(descriptor));
  }

  static When on(int month, int day) {
    return When.on(LocalDate.of(2024, month, day));
  }

  static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }

  static OpenProgramme kit() {
    return OpenProgramme.of(KIT, ProgrammeKind.GOODS, "清凉包", START, UNION);
  }

  static OpenRound july() {
    return new OpenRound(JULY, KIT, "七月", START, Optional.of(on(7, 31)));
  }

  /** A bottle of water for somebody. */
  static Deliver bottle(DeliveryId delivery, Party party) {
    return Deliver.of(delivery, KIT, party, KEEPER, BOTTLE);
  }

  /** So many bottles at the station; returns the position. */
  long receive(LotId lot, long bottles) {
    return given(ReceiveStock.of(lot, "water", items(bottles), STATION));
  }

  long given(Command command) {
    return ledger.given(command, WORKER);
  }

  long given(Command command, When occurred) {
    return ledger.given(command, WORKER, occurred);
  }

  Answer when(Command command) {
    return ledger.when(command, WORKER);
  }

  Answer when(Command command, When occurred) {
    return ledger.when(command, WORKER, occurred);
  }

  /** Asks for something that happened against a rule, with the chief's approval. */
  Answer whenIrregular(Command command, String act, Tag target, When occurred) {
    return ledger.whenIrregular(command, WORKER, occurred, "it happened", approve(act, target));
  }

  /** The chief approves of an act. */
  ApprovalId approve(String act, Tag target) {
    ApprovalId approval = new ApprovalId("approval-" + ledger.last());
    ledger.given(new GiveApproval(approval, act, target, Optional.empty()), CHIEF);
    return approval;
  }

  /** Asks to take the event at the position back. */
  Answer whenRetracted(long position) {
    EventId event = ledger.id(position);
    return when(new RetractEvent(event, approve("records.RetractEvent", event.tag()), List.of()));
  }

  Set<Tag> tags(long position) {
    return ledger.at(position).tags();
  }

  <E> E event(long position, Class<E> type) {
    return type.cast(ledger.at(position).event());
  }
}
