package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.DeliverToCrowd;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.LotQuantity;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.aid.StockCommand.AcceptStock;
import org.communityledger.aid.StockCommand.CountStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockCommand.WriteOffStock;
import org.communityledger.aid.Terms;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/**
 * Summer kits that come to a depot, go to a station and are given out there, and rice of which too much was typed and
 * more sent off than there was: everything that can happen to stock, through the rules; some of it dated inexactly, one
 * receipt corrected, one write-off taken back.
 */
final class StockHistory {
  static final LocalDate JULY_1 = LocalDate.of(2024, 7, 1);
  static final PlaceId STREET = new PlaceId("street");
  static final OrgId OFFICE = new OrgId("office");
  static final SiteId DEPOT = new SiteId("depot");
  static final SiteId STATION = new SiteId("station");
  static final LotId KITS = new LotId("kits-2024");
  static final LotId RICE = new LotId("rice-2024");
  static final PersonId RIDER = new PersonId("rider-07");
  static final PersonId WITNESS = new PersonId("witness");
  static final ProgrammeId SUMMER = new ProgrammeId("summer");
  static final Actor KEEPER = Actor.of(new PersonId("keeper"), "station keeper").onBehalfOf(OFFICE);
  static final Actor DRIVER = Actor.of(new PersonId("driver"), "station keeper");
  static final Actor CHIEF = Actor.of(new PersonId("chief"), "programme officer");

  private StockHistory() {}

  static void tell(LedgerScenario ledger) {
    prepare(ledger);
    DeliveryId first = new DeliveryId("d-1");
    DispatchId van = new DispatchId("van-1");
    ledger.when(ReceiveStock.of(KITS, "summer-kit", kits(100), DEPOT).from(OFFICE).bestBefore(JULY_1.plusYears(1)));
    ledger.when(new DispatchStock(van, KITS, DEPOT, STATION, 60));
    ledger.as(DRIVER).when(new AcceptStock(van, 57)).as(KEEPER);
    ledger.at(JULY_1.plusDays(1)).when(new CountStock(KITS, STATION, 55, WITNESS));
    ledger.when(Deliver.at(STATION, first, SUMMER, RIDER, OFFICE, AidLine.of("summer-kit", kits(2), KITS)));
    ledger.when(DeliverToCrowd.at(STATION, new DeliveryId("d-2"), SUMMER, Tally.atLeast(8, Unit.PERSON), OFFICE,
        AidLine.of("summer-kit", kits(10), KITS)));
    approve(ledger, "aid.ReverseDelivery", first);
    ledger.because("wrong size")
        .when(new ReverseDelivery(first, List.of(new LotQuantity(KITS, 1)), approvalAt(ledger.position())));
    approve(ledger, "aid.WriteOffStock", KITS);
    ledger.when(new WriteOffStock(KITS, STATION, 2, "LOST", approvalAt(ledger.position())));
    ledger.at(JULY_1.plusDays(9)).occurred(When.during(JULY_1.plusDays(5), JULY_1.plusDays(8)));
    ledger.when(new DispatchStock(new DispatchId("van-2"), KITS, DEPOT, STATION, 5));
    ledger.at(JULY_1.plusDays(10)).when(ReceiveStock.of(RICE, "rice", kits(500), DEPOT));
    EventId typedWrong = idOfLast(ledger);
    ledger.when(new CountStock(RICE, DEPOT, 510, WITNESS));
    ledger.when(new DispatchStock(new DispatchId("van-3"), RICE, DEPOT, STATION, 60));
    approve(ledger, "aid.WriteOffStock", RICE);
    ledger.when(new WriteOffStock(RICE, DEPOT, 20, "EXPIRED", approvalAt(ledger.position())));
    EventId neverHappened = idOfLast(ledger);
    retract(ledger, typedWrong, ReceiveStock.of(RICE, "rice", kits(50), DEPOT));
    retract(ledger, neverHappened);
  }

  /** What has to be there before stock comes. */
  static void prepare(LedgerScenario ledger) {
    ledger.at(JULY_1).as(KEEPER);
    ledger.when(new RegisterPlace(STREET, "STREET", "示范街", Optional.empty(), true));
    ledger.when(new RegisterOrg(OFFICE, "OFFICE", "街道办", true, Optional.empty(), Optional.empty()));
    ledger.when(new RegisterPerson(WITNESS, Optional.empty(), Optional.empty(), Optional.of("neighbour")));
    ledger.when(new RegisterPerson(RIDER, Optional.empty(), Optional.empty(), Optional.of("rider")));
    ledger.when(OpenSite.of(DEPOT, "CENTRE", STREET, OFFICE));
    ledger.when(OpenSite.of(STATION, "STATION", STREET, OFFICE));
    ledger.when(OpenProgramme.of(SUMMER, ProgrammeKind.GOODS, "清凉包", When.on(JULY_1), OFFICE)
        .on(Terms.none().withCrowds()));
  }

  static Tally kits(long number) {
    return Tally.exact(number, Unit.COPY);
  }

  private static void approve(LedgerScenario ledger, String what, Id target) {
    ledger.as(CHIEF)
        .when(new GiveApproval(approvalAt(ledger.position() + 1), what, target.tag(), Optional.empty())).as(KEEPER);
  }

  private static void retract(LedgerScenario ledger, EventId wrong, Command... instead) {
    approve(ledger, "records.RetractEvent", wrong);
    ledger.when(new RetractEvent(wrong, approvalAt(ledger.position()),
        List.of(instead).stream().map(it -> new Replacement(it, Optional.empty())).toList()));
  }

  private static ApprovalId approvalAt(long position) {
    return new ApprovalId("approval-" + position);
  }

  private static EventId idOfLast(LedgerScenario ledger) {
    return ledger.ledger().reader().event(ledger.position()).id();
  }
}
