package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.aid.StockScenario.DEPOT;
import static org.communityledger.aid.StockScenario.KITS;
import static org.communityledger.aid.StockScenario.NOWHERE;
import static org.communityledger.aid.StockScenario.OFFICE;
import static org.communityledger.aid.StockScenario.STATION;
import static org.communityledger.aid.StockScenario.STREET;
import static org.communityledger.aid.StockScenario.kits;
import static org.communityledger.aid.StockScenario.receipt;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.aid.StockRefusal.InexactStock;
import org.communityledger.aid.StockRefusal.LotExists;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceRefusal.SiteClosed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceivingStockTest {
  private static final LocalDate SUMMER = LocalDate.of(2024, 9, 1);

  private final StockScenario stock = new StockScenario();

  @Test
  void a_lot_comes_in_once_and_lies_at_a_site() {
    ReceiveStock kits = receipt(100).from(OFFICE).bestBefore(SUMMER);

    stock.when(kits).isAcceptedWith(new StockReceived(KITS, "summer-kit", kits(100), Optional.of(OFFICE), DEPOT, STREET,
        Optional.of(SUMMER)));
    long received = stock.ledger.last();
    stock.when(kits).isRefusedWith(new LotExists(KITS), received);
    stock.when(ReceiveStock.of(KITS, "summer-kit", kits(5), STATION)).isRefusedWith(new LotExists(KITS), received);
  }

  @Test
  void a_lot_is_found_by_itself_its_site_and_both_together() {
    long received = stock.given(receipt(100).from(OFFICE));

    assertThat(stock.ledger.at(received).tags()).extracting(Tag::toString)
        .containsExactlyInAnyOrder("lot:kits-2024", "site:depot", "stock:kits-2024:depot", "org:office");
  }

  @Test
  void a_lot_is_exact() {
    Tally some = Tally.atLeast(100, Unit.COPY).asStated("100余份");

    stock.when(ReceiveStock.of(KITS, "summer-kit", some, DEPOT)).isRefusedWith(new InexactStock(KITS, some));
    stock.when(ReceiveStock.of(KITS, "summer-kit", Tally.about(100, Unit.COPY), DEPOT))
        .isRefusedWith(new InexactStock(KITS, Tally.about(100, Unit.COPY)));
    assertThatThrownBy(() -> receipt(0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("quantity");
  }

  @Test
  void a_lot_needs_an_open_site_and_a_registered_giver() {
    stock.when(ReceiveStock.of(KITS, "summer-kit", kits(1), NOWHERE)).isRefusedForLackOf("site:nowhere in SiteOpened",
        new UnknownSite(NOWHERE));
    stock.when(receipt(1).from(new OrgId("nobody"))).isRefusedForLackOf("org:nobody in OrgRegistration",
        new UnknownOrg(new OrgId("nobody")));
    long closed = stock.given(new CloseSite(DEPOT));
    stock.when(receipt(1)).isRefusedWith(new SiteClosed(DEPOT), closed);
  }
}
