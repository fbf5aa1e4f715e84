package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.aid.StockScenario.CHIEF;
import static org.communityledger.aid.StockScenario.DEPOT;
import static org.communityledger.aid.StockScenario.DRIVER;
import static org.communityledger.aid.StockScenario.KEEPER;
import static org.communityledger.aid.StockScenario.KITS;
import static org.communityledger.aid.StockScenario.NOWHERE;
import static org.communityledger.aid.StockScenario.NO_LOT;
import static org.communityledger.aid.StockScenario.STATION;
import static org.communityledger.aid.StockScenario.VAN;
import static org.communityledger.aid.StockScenario.WITNESS;
import static org.communityledger.aid.StockScenario.receipt;

import java.util.Optional;
import org.communityledger.aid.StockCommand.CountStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.WriteOffStock;
import org.communityledger.aid.StockEvent.StockCounted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockEvent.StockWrittenOff;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.aid.StockRefusal.WitnessIsCounter;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownLot;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.ApprovalUsed;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CountingAndWritingOffStockTest {
  private final StockScenario stock = new StockScenario();

  @Test
  void counting_says_the_difference_and_never_changes_the_balance() {
    stock.given(receipt(100));

    stock.when(new CountStock(KITS, DEPOT, 93, WITNESS)).isAcceptedWith(new StockCounted(KITS, DEPOT, 93, -7, WITNESS));
    stock.when(new CountStock(KITS, DEPOT, 104, WITNESS))
        .isAcceptedWith(new StockCounted(KITS, DEPOT, 104, 4, WITNESS));
    stock.when(new DispatchStock(VAN, KITS, DEPOT, STATION, 100)).isAcceptedWith(
        new StockDispatched(VAN, KITS, DEPOT, STATION, 100, 0));
  }

  @Test
  void what_never_was_there_can_be_found_there() {
    stock.given(receipt(100));

    stock.when(new CountStock(KITS, STATION, 2, WITNESS))
        .isAcceptedWith(new StockCounted(KITS, STATION, 2, 2, WITNESS));
  }

  @Test
  void whoever_counts_is_not_the_witness() {
    stock.given(receipt(100));
    PersonId keeper = (PersonId) KEEPER.who();
    stock.given(new RegisterPerson(keeper, Optional.empty(), Optional.empty(), Optional.of("keeper")));

    stock.when(new CountStock(KITS, DEPOT, 100, keeper)).isRefusedWith(new WitnessIsCounter(KITS, keeper));
    stock.ledger.when(new CountStock(KITS, DEPOT, 100, keeper), DRIVER).isAccepted();
  }

  @Test
  void a_count_needs_a_lot_a_site_and_a_registered_witness() {
    stock.given(receipt(100));
    PersonId nobody = new PersonId("nobody");

    stock.when(new CountStock(NO_LOT, DEPOT, 1, WITNESS)).isRefusedForLackOf("lot:none in StockReceived",
        new UnknownLot(NO_LOT));
    stock.when(new CountStock(KITS, NOWHERE, 1, WITNESS)).isRefusedForLackOf("site:nowhere in SiteOpened",
        new UnknownSite(NOWHERE));
    stock.when(new CountStock(KITS, DEPOT, 1, nobody)).isRefusedForLackOf("person:nobody in PersonRegistered",
        new UnknownPerson(nobody));
  }

  @Test
  void a_write_off_takes_away_what_is_left() {
    stock.given(receipt(100));
    ApprovalId approval = stock.approveWriteOff(KITS);

    stock.when(new WriteOffStock(KITS, DEPOT, 30, "EXPIRED", approval))
        .isAcceptedWith(new StockWrittenOff(KITS, DEPOT, 30, "EXPIRED", Optional.of(approval), 70));
    long writtenOff = stock.ledger.last();
    stock.when(new WriteOffStock(KITS, DEPOT, 71, "LOST", stock.approveWriteOff(KITS)))
        .isRefusedWith(new StockShort(KITS, DEPOT, 71, 70), writtenOff);
  }

  @Test
  void a_write_off_needs_an_approval_of_the_lot_by_somebody_else_which_is_used_once() {
    stock.given(receipt(100));
    ApprovalId none = new ApprovalId("none");
    ApprovalMissing missing = new ApprovalMissing(Optional.of(none), "aid.WriteOffStock", KITS.tag());

    stock.when(new WriteOffStock(KITS, DEPOT, 1, "LOST", none)).isRefusedForLackOf("approval:none in ApprovalGiven",
        missing);
    ApprovalId approval = stock.approveWriteOff(KITS);
    long given = stock.ledger.last();
    stock.ledger.when(new WriteOffStock(KITS, DEPOT, 1, "LOST", approval), CHIEF)
        .isRefusedWith(new SelfApproval(approval, CHIEF.who()), given);
    long used = stock.given(new WriteOffStock(KITS, DEPOT, 1, "LOST", approval));
    stock.when(new WriteOffStock(KITS, DEPOT, 1, "LOST", approval)).isRefusedWith(new ApprovalUsed(approval), used);
  }

  @Test
  void a_write_off_needs_a_lot_and_a_site() {
    stock.given(receipt(100));
    ApprovalId none = new ApprovalId("none");

    stock.when(new WriteOffStock(NO_LOT, DEPOT, 1, "LOST", none)).isRefusedForLackOf("lot:none in StockReceived",
        new UnknownLot(NO_LOT));
    stock.when(new WriteOffStock(KITS, NOWHERE, 1, "LOST", none)).isRefusedForLackOf("site:nowhere in SiteOpened",
        new UnknownSite(NOWHERE));
  }

  @Test
  void counts_and_write_offs_are_found_by_lot_and_site() {
    stock.given(receipt(100));
    long counted = stock.given(new CountStock(KITS, DEPOT, 99, WITNESS));
    ApprovalId approval = stock.approveWriteOff(KITS);
    long writtenOff = stock.given(new WriteOffStock(KITS, DEPOT, 1, "LOST", approval));

    assertThat(stock.ledger.at(counted).tags()).extracting(Tag::toString).containsExactlyInAnyOrder("lot:kits-2024",
        "site:depot", "stock:kits-2024:depot");
    assertThat(stock.ledger.at(writtenOff).tags()).extracting(Tag::toString).containsExactlyInAnyOrder("lot:kits-2024",
        "site:depot", "stock:kits-2024:depot", approval.tag().toString());
  }
}
