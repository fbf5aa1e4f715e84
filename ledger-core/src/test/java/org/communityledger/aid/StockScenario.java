package org.communityledger.aid;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;

/** A depot and a station with a keeper each, and a chief. */
final class StockScenario {
  static final PlaceId STREET = new PlaceId("street");
  static final OrgId OFFICE = new OrgId("office");
  static final SiteId DEPOT = new SiteId("depot");
  static final SiteId STATION = new SiteId("station");
  static final SiteId NOWHERE = new SiteId("nowhere");
  static final LotId KITS = new LotId("kits-2024");
  static final LotId NO_LOT = new LotId("none");
  static final DispatchId VAN = new DispatchId("van-1");
  static final PersonId WITNESS = new PersonId("witness");
  static final Actor KEEPER = Actor.of(new PersonId("keeper"), "station keeper");
  static final Actor DRIVER = Actor.of(new PersonId("driver"), "station keeper");
  static final Actor CHIEF = Actor.of(new PersonId("chief"), "programme officer");

  final RuleScenario ledger = new RuleScenario();

  StockScenario() {
    given(new RegisterPlace(STREET, "STREET", "示范街", Optional.empty(), true));
    given(new RegisterOrg(OFFICE, "OFFICE", "街道办", true, Optional.empty(), Optional.empty()));
    given(new RegisterPerson(WITNESS, Optional.empty(), Optional.empty(), Optional.of("neighbour")));
    given(OpenSite.of(DEPOT, "CENTRE", STREET, OFFICE));
    given(OpenSite.of(STATION, "STATION", STREET, OFFICE));
  }

  long given(Command command) {
    return ledger.given(command, KEEPER);
  }

  Answer when(Command command) {
    return ledger.when(command, KEEPER);
  }

  /** So many summer kits. */
  static Tally kits(long number) {
    return Tally.exact(number, Unit.COPY);
  }

  /** So many summer kits come to the depot. */
  static ReceiveStock receipt(long number) {
    return ReceiveStock.of(KITS, "summer-kit", kits(number), DEPOT);
  }

  /** Approves a write-off of the lot. */
  ApprovalId approveWriteOff(LotId lot) {
    ApprovalId approval = new ApprovalId("approval-" + ledger.last());
    ledger.given(new GiveApproval(approval, "aid.WriteOffStock", lot.tag(), Optional.empty()), CHIEF);
    return approval;
  }

  /** Asks for an event to be taken back, and others to be put in its place. */
  Answer retract(long position, Command... instead) {
    EventId wrong = ledger.id(position);
    ApprovalId approval = new ApprovalId("approval-" + ledger.last());
    ledger.given(new GiveApproval(approval, "records.RetractEvent", wrong.tag(), Optional.empty()), CHIEF);
    return when(new RetractEvent(wrong, approval,
        List.of(instead).stream().map(it -> new Replacement(it, Optional.empty())).toList()));
  }
}
