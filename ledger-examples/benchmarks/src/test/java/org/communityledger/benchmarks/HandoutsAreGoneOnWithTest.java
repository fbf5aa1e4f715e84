package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.communityledger.Ledger;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.QuotaCount;
import org.communityledger.aid.StockMove;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.SiteId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandoutsAreGoneOnWithTest {
  @TempDir
  Path folder;

  @Test
  void the_rules_go_on_from_the_totals_of_what_was_given_earlier() {
    Path file = folder.resolve("handouts.ledger");
    Handouts handouts = new Handouts(2_500);
    handouts.fill(file);

    try (Ledger ledger = Ledger.at(file).unrestricted().open()) {
      handouts.toThoseWhoWait(2).forEach(it -> Callers.record(ledger, it));

      assertThat(ledger.reader().event(ledger.reader().size() - 1).event()).isInstanceOfSatisfying(Delivered.class,
          it -> {
            assertThat(it.quota()).contains(new QuotaCount(1, 2_502));
            assertThat(it.moves()).containsExactly(
                new StockMove(new LotId("kits"), new SiteId("station"), -1, 9_997_498));
          });
      Submission tooMuch = handouts.beyondTheStock(1).getFirst();
      assertThat(ledger.record(tooMuch.command(), tooMuch.header())).isInstanceOfSatisfying(Outcome.Refused.class,
          it -> assertThat(it.refusal())
              .isEqualTo(new StockShort(new LotId("kits"), new SiteId("station"), 10_000_001, 9_997_498)));
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
  }
}
