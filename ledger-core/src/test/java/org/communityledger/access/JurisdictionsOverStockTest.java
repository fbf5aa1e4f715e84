package org.communityledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.DAY;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.LedgerSession;
import org.communityledger.aid.StockCommand.AcceptStock;
import org.communityledger.aid.StockCommand.CountStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockCommand.WriteOffStock;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station in the north (#5) and one in the south (#6), each with a keeper who may act there only. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JurisdictionsOverStockTest {
  private static final PlaceId NORTH = new PlaceId("north");
  private static final PlaceId SOUTH = new PlaceId("south");
  private static final OrgId OFFICE = new OrgId("office");
  private static final PersonId WITNESS = new PersonId("witness");
  private static final SiteId NORTH_STATION = new SiteId("north-station");
  private static final SiteId SOUTH_STATION = new SiteId("south-station");
  private static final LotId KITS = new LotId("kits");
  private static final DispatchId VAN = new DispatchId("van");
  private static final long OPENED_IN_THE_NORTH = 5;
  private static final long OPENED_IN_THE_SOUTH = 6;
  private static final Caller OFFICER = Caller.of(new PersonId("officer"), "subdistrict officer");
  private static final Caller OF_NORTH = Caller.of(new PersonId("keeper-1"), "station keeper").within(NORTH);
  private static final Caller OF_SOUTH = Caller.of(new PersonId("keeper-2"), "station keeper").within(SOUTH);
  private static final Caller CHIEF_OF_NORTH = Caller.of(new PersonId("chief-1"), "subdistrict officer").within(NORTH);
  private static final Caller CHIEF_OF_SOUTH = Caller.of(new PersonId("chief-2"), "subdistrict officer").within(SOUTH);

  @TempDir
  Path folder;

  private Ledger ledger;

  @BeforeEach
  void with_stations() {
    ledger = Ledger.at(folder.resolve("one.ledger")).open();
    accepted(OFFICER, new RegisterPlace(NORTH, "AREA", "北区", Optional.empty(), true));
    accepted(OFFICER, new RegisterPlace(SOUTH, "AREA", "南区", Optional.empty(), true));
    accepted(OFFICER, new RegisterOrg(OFFICE, "OFFICE", "街道办", true, Optional.empty(), Optional.empty()));
    accepted(OFFICER, RegisterPerson.of(WITNESS, Optional.empty(), Optional.of("neighbour")));
    accepted(OFFICER, OpenSite.of(NORTH_STATION, "STATION", NORTH, OFFICE));
    accepted(OFFICER, OpenSite.of(SOUTH_STATION, "STATION", SOUTH, OFFICE));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void stock_is_received_counted_and_written_off_where_it_lies() {
    ReceiveStock kits = ReceiveStock.of(KITS, "summer-kit", Tally.exact(100, Unit.COPY), NORTH_STATION);
    requireOutside(send(OF_SOUTH, kits), "aid.ReceiveStock", NORTH, SOUTH, OPENED_IN_THE_NORTH);
    accepted(OF_NORTH, kits);

    CountStock count = new CountStock(KITS, NORTH_STATION, 100, WITNESS);
    requireOutside(send(OF_SOUTH, count), "aid.CountStock", NORTH, SOUTH, OPENED_IN_THE_NORTH);
    accepted(OF_NORTH, count);

    ApprovalId approval = new ApprovalId("approval");
    GiveApproval given = new GiveApproval(approval, "aid.WriteOffStock", KITS.tag(), Optional.empty());
    requireOutside(send(CHIEF_OF_SOUTH, given), "records.GiveApproval", NORTH, SOUTH, 7);
    accepted(CHIEF_OF_NORTH, given);
    WriteOffStock writeOff = new WriteOffStock(KITS, NORTH_STATION, 1, "LOST", approval);
    requireOutside(send(OF_SOUTH, writeOff), "aid.WriteOffStock", NORTH, SOUTH, OPENED_IN_THE_NORTH);
    accepted(OF_NORTH, writeOff);
  }

  @Test
  void a_dispatch_is_sent_off_where_it_leaves_and_accepted_where_it_comes_to() {
    accepted(OF_NORTH, ReceiveStock.of(KITS, "summer-kit", Tally.exact(100, Unit.COPY), NORTH_STATION));

    DispatchStock dispatch = new DispatchStock(VAN, KITS, NORTH_STATION, SOUTH_STATION, 60);
    requireOutside(send(OF_SOUTH, dispatch), "aid.DispatchStock", NORTH, SOUTH, OPENED_IN_THE_NORTH);
    accepted(OF_NORTH, dispatch);

    AcceptStock acceptance = new AcceptStock(VAN, 60);
    requireOutside(send(OF_NORTH, acceptance), "aid.AcceptStock", SOUTH, NORTH, OPENED_IN_THE_SOUTH);
    accepted(OF_SOUTH, acceptance);
  }

  @Test
  void a_dispatch_nobody_sent_lies_nowhere() {
    assertThat(send(OF_SOUTH, new AcceptStock(VAN, 60))).isInstanceOfSatisfying(Outcome.Refused.class,
        it -> assertThat(it.refusal()).isEqualTo(new NotPermitted("aid.AcceptStock", new Lack.OfPlace(SOUTH))));
  }

  private void accepted(Caller caller, Command command) {
    assertThat(send(caller, command)).isInstanceOf(Outcome.Accepted.class);
  }

  private Outcome send(Caller caller, Command command) {
    LedgerSession session = ledger.as(caller);
    return session.record(command, session.header(When.on(DAY), Source.of(Source.Kind.FORM, "F-12")));
  }

  private static void requireOutside(Outcome outcome, String act, PlaceId place, PlaceId jurisdiction, long cause) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(
        new NotPermitted(act, new Lack.OfJurisdiction(place, jurisdiction)), List.of(cause), Optional.empty()));
  }
}
