package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.ESTATE;
import static org.communityledger.testing.Matters.OFFICE;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;

import java.nio.file.Path;
import java.util.List;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceRefusal.SiteClosed;
import org.communityledger.places.PlaceRefusal.StockLeft;
import org.communityledger.testing.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosingSitesThroughTheDoorTest {
  private static final SiteId DEPOT = new SiteId("depot");
  private static final LotId KITS = new LotId("kits");

  @TempDir
  Path folder;

  private Ledger ledger;
  private int commands;

  @BeforeEach
  void with_a_depot_full_of_kits() {
    ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().open();
    record(registerEstate());
    record(registerOffice());
    record(OpenSite.of(DEPOT, "CENTRE", ESTATE, OFFICE));
    record(ReceiveStock.of(KITS, "summer-kit", Tally.exact(1_000, Unit.COPY), DEPOT));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void X12_no_site_closes_with_stock() {
    Outcome.Refused refused = refusal(ledger.record(new CloseSite(DEPOT), header("close")));

    assertThat(refused.refusal()).isEqualTo(new StockLeft(DEPOT, List.of(KITS)));
    assertThat(refused.causes()).containsExactly(4L);
  }

  @Test
  void of_closing_a_site_and_sending_stock_to_it_exactly_one_succeeds() throws Exception {
    for (int round = 0; round < 20; round++) {
      SiteId station = new SiteId("station-" + round);
      record(OpenSite.of(station, "STATION", ESTATE, OFFICE));
      List<Command> both = List.of(new CloseSite(station),
          new DispatchStock(new DispatchId("van-" + round), KITS, DEPOT, station, 1));
      String ids = "both-" + round + "-";

      List<Outcome> outcomes = Crowd.of(2, number -> ledger.record(both.get(number), header(ids + number)));

      assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast)
          .map(Outcome.Refused::refusal)).containsAnyOf(new StockLeft(station, List.of(KITS)), new SiteClosed(station));
    }
  }

  private void record(Command command) {
    commands++;
    receipt(ledger.record(command, header("c" + commands)));
  }
}
