package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.kernel.Receipt;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The side that is Axon's does the same work, so that its rate means something. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AxonReplaysTheSameTest {
  @TempDir
  Path folder;

  @Test
  void axons_processor_folds_the_rows_that_a_replay_folds_where_nothing_is_taken_back() throws Exception {
    DistrictHistory history = new DistrictHistory(5, 2_000);
    try (Ledger ledger = history.open(folder.resolve("district.ledger"))) {
      List<CompletableFuture<Receipt>> appended = new ArrayList<>();
      while (appended.size() < 3_000) {
        Step step = history.next();
        if (step.isForBulk() && !(step.asked().command() instanceof RetractEvent)) {
          appended.add(ledger.history().appendAsync(step.header(), step.events()));
        }
      }
      appended.forEach(CompletableFuture::join);
    }

    try (LedgerReader ledger = Ledger.at(folder.resolve("district.ledger")).unrestricted().openReadOnly();
        AxonProcessor axon = new AxonProcessor(folder.resolve("axon"), ledger)) {
      int size = (int) ledger.size();
      axon.fill(size);
      Views views = Replay.of(ledger).run(Shipped.ALL);

      AxonProcessor.Replayed replayed = axon.replay();

      assertThat(axon.size()).isEqualTo(size);
      assertThat(replayed.rows().keySet()).hasSameSizeAs(Shipped.ALL).isNotEmpty();
      assertThat(Shipped.ALL).allSatisfy(
          it -> assertThat(replayed.rows()).extractingByKey(it.name()).isEqualTo(views.rows(it)));
      assertThat(views.rows(new CaseRegister())).hasSizeGreaterThan(40);
    }
  }
}
