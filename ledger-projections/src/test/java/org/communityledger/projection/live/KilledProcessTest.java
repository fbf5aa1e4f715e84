package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.projection.Projection;
import org.communityledger.projection.WallLedger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledProcessTest {
  private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());
  /** 200 with {@code -Pthorough}. */
  private static final int ROUNDS = Integer.getInteger("ledger.crashes", 20);
  /** Then a new ledger is begun, since three cases have soon had enough. */
  private static final int ROUNDS_OF_A_LEDGER = 5;

  @TempDir
  Path folder;

  @Test
  void each_entry_has_its_effect_exactly_once_whenever_the_process_is_killed() throws Exception {
    System.out.println("KilledProcessTest draws with -Dledger.seed=" + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    int compared = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path own = Files.createDirectories(folder.resolve("ledger-" + round / ROUNDS_OF_A_LEDGER));
      int version = round % ROUNDS_OF_A_LEDGER < 3 ? 1 : 2;
      killAtSomeMoment(own, version, random);

      compared += agreesAsKilled(own);
      agreesOnceRestarted(own, version);
    }
    assertThat(compared).as("views that were there after a kill").isGreaterThan(ROUNDS);
  }

  private static void killAtSomeMoment(Path own, int version, SplittableRandom random) throws Exception {
    try (RecordingProcess process = RecordingProcess.start(own, version, random.nextLong())) {
      assertThat(process.next()).isEqualTo("recording");
      int last = random.nextInt(60);
      for (int i = 0; i < last; i++) {
        assertThat(process.next()).isNotEqualTo("ended");
      }
      long until = System.nanoTime() + random.nextLong(20_000_000);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      process.kill();
    }
  }

  private static int agreesAsKilled(Path own) {
    List<Projection<?, ?>> all = new ArrayList<>(RecordingProcess.projections(1));
    all.addAll(RecordingProcess.projections(2).subList(2, 5));
    try (LedgerReader reader = Ledger.openReadOnly(own.resolve("wall.ledger"))) {
      return Kept.agreesAsStored(own.resolve("wall.ledger.views"), reader, all);
    }
  }

  private static void agreesOnceRestarted(Path own, int version) {
    List<Projection<?, ?>> projections = RecordingProcess.projections(version);
    try (WallLedger wall = WallLedger.in(own);
        Live live = Live.of(wall.ledger()).projections(projections).start()) {
      Kept.agreesWithReplay(live, wall.ledger().reader(), projections.toArray(Projection<?, ?>[]::new));
      assertThat(live.progress()).allSatisfy(it -> {
        assertThat(it.state()).isEqualTo(Standing.State.LIVE);
        assertThat(it.finding()).isEmpty();
      });
    }
  }
}
