package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.aid.StockScenario.DEPOT;
import static org.communityledger.aid.StockScenario.DRIVER;
import static org.communityledger.aid.StockScenario.KEEPER;
import static org.communityledger.aid.StockScenario.KITS;
import static org.communityledger.aid.StockScenario.NOWHERE;
import static org.communityledger.aid.StockScenario.NO_LOT;
import static org.communityledger.aid.StockScenario.STATION;
import static org.communityledger.aid.StockScenario.VAN;
import static org.communityledger.aid.StockScenario.receipt;

import org.communityledger.aid.StockCommand.AcceptStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockEvent.StockAccepted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockRefusal.AcceptsOwnDispatch;
import org.communityledger.aid.StockRefusal.AlreadyDispatched;
import org.communityledger.aid.StockRefusal.DispatchToItself;
import org.communityledger.aid.StockRefusal.NotDispatched;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownDispatch;
import org.communityledger.kernel.Unknown.UnknownLot;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceRefusal.SiteClosed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DispatchingStockTest {
  private static final DispatchId OTHER_VAN = new DispatchId("van-2");

  private final StockScenario stock = new StockScenario();

  @Test
  void what_is_dispatched_is_at_neither_site_until_it_is_accepted() {
    stock.given(receipt(100));

    stock.when(dispatched(VAN, 60)).isAcceptedWith(new StockDispatched(VAN, KITS, DEPOT, STATION, 60, 40));
    long sent = stock.ledger.last();
    stock.when(dispatched(OTHER_VAN, 41)).isRefusedWith(new StockShort(KITS, DEPOT, 41, 40), sent);
    stock.when(new DispatchStock(OTHER_VAN, KITS, STATION, DEPOT, 1)).isRefusedForLackOf(
        "stock:kits-2024:station in MovesStock", new StockShort(KITS, STATION, 1, 0));

    stock.ledger.when(new AcceptStock(VAN, 60), DRIVER).isAcceptedWith(
        new StockAccepted(VAN, stock.ledger.id(sent), KITS, DEPOT, STATION, 60, 0, 60));
    stock.when(new DispatchStock(OTHER_VAN, KITS, STATION, DEPOT, 60)).isAcceptedWith(
        new StockDispatched(OTHER_VAN, KITS, STATION, DEPOT, 60, 0));
  }

  @Test
  void what_did_not_come_is_the_shortfall() {
    stock.given(receipt(100));
    long sent = stock.given(dispatched(VAN, 60));

    stock.ledger.when(new AcceptStock(VAN, 57), DRIVER).isAcceptedWith(
        new StockAccepted(VAN, stock.ledger.id(sent), KITS, DEPOT, STATION, 57, 3, 57));
  }

  @Test
  void all_of_it_can_be_lost_on_the_way() {
    stock.given(receipt(100));
    long sent = stock.given(dispatched(VAN, 60));

    stock.ledger.when(new AcceptStock(VAN, 0), DRIVER).isAcceptedWith(
        new StockAccepted(VAN, stock.ledger.id(sent), KITS, DEPOT, STATION, 0, 60, 0));
  }

  @Test
  void a_dispatch_is_accepted_once_and_never_more_than_was_sent() {
    stock.given(receipt(100));
    long sent = stock.given(dispatched(VAN, 60));

    stock.ledger.when(new AcceptStock(VAN, 61), DRIVER).isRefusedWith(new NotDispatched(VAN, 61, 60), sent);
    long accepted = stock.ledger.given(new AcceptStock(VAN, 60), DRIVER);
    stock.ledger.when(new AcceptStock(VAN, 60), DRIVER).isRefusedWith(new NotDispatched(VAN, 60, 0), accepted);
    stock.ledger.when(new AcceptStock(OTHER_VAN, 1), DRIVER).isRefusedForLackOf("dispatch:van-2 in StockDispatched",
        new UnknownDispatch(OTHER_VAN));
  }

  @Test
  void nobody_accepts_what_they_sent_off_themselves() {
    stock.given(receipt(100));
    long sent = stock.given(dispatched(VAN, 60));

    stock.when(new AcceptStock(VAN, 60)).isRefusedWith(new AcceptsOwnDispatch(VAN, KEEPER.who()), sent);
  }

  @Test
  void a_dispatch_needs_a_lot_a_site_it_leaves_and_an_open_one_it_goes_to() {
    stock.given(receipt(100));

    stock.when(new DispatchStock(VAN, NO_LOT, DEPOT, STATION, 1)).isRefusedForLackOf("lot:none in StockReceived",
        new UnknownLot(NO_LOT));
    stock.when(new DispatchStock(VAN, KITS, NOWHERE, STATION, 1)).isRefusedForLackOf("site:nowhere in SiteOpened",
        new UnknownSite(NOWHERE));
    stock.when(new DispatchStock(VAN, KITS, DEPOT, NOWHERE, 1)).isRefusedForLackOf("site:nowhere in SiteOpened",
        new UnknownSite(NOWHERE));
    long closed = stock.given(new CloseSite(STATION));
    stock.when(dispatched(VAN, 1)).isRefusedWith(new SiteClosed(STATION), closed);
    stock.when(new DispatchStock(VAN, KITS, DEPOT, DEPOT, 1)).isRefusedWith(new DispatchToItself(VAN, DEPOT));
  }

  @Test
  void an_id_stands_for_one_dispatch() {
    stock.given(receipt(100));
    long sent = stock.given(dispatched(VAN, 60));

    stock.when(dispatched(VAN, 1)).isRefusedWith(new AlreadyDispatched(VAN), sent);
  }

  @Test
  void a_dispatch_is_found_by_itself_its_lot_and_both_sites() {
    stock.given(receipt(100));
    long sent = stock.given(dispatched(VAN, 60));
    long accepted = stock.ledger.given(new AcceptStock(VAN, 60), DRIVER);

    assertThat(stock.ledger.at(sent).tags()).extracting(Tag::toString).containsExactlyInAnyOrder("dispatch:van-1",
        "lot:kits-2024", "site:depot", "site:station", "stock:kits-2024:depot");
    assertThat(stock.ledger.at(accepted).tags()).extracting(Tag::toString).containsExactlyInAnyOrder("dispatch:van-1",
        "lot:kits-2024", "site:depot", "site:station", "stock:kits-2024:station",
        stock.ledger.id(sent).tag().toString());
  }

  private static DispatchStock dispatched(DispatchId dispatch, long quantity) {
    return new DispatchStock(dispatch, KITS, DEPOT, STATION, quantity);
  }
}
