package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.communityledger.LedgerReader;
import org.communityledger.kernel.EventId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.RandomCases;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledAtEveryStepTest {
  private static final Telling<EventId> FIRST = Telling.byEvent();
  private static final Projection<?, ?>[] BEFORE = {new CaseRegister(), FIRST};
  private static final Projection<?, ?>[] AFTER = {new CaseRegister(), FIRST.version(2)};

  @TempDir
  Path folder;

  private WallLedger wall;

  @BeforeEach
  void record() {
    wall = WallLedger.in(folder);
    new RandomCases(wall, new SplittableRandom(11)).live(12, () -> {});
  }

  @AfterEach
  void close() {
    wall.close();
  }

  @Test
  void following_goes_on_exactly_where_it_was() throws Exception {
    long size = wall.ledger().reader().size();
    dieAtEveryStep(size - 6, size, BEFORE, BEFORE);
  }

  @Test
  void building_a_new_version_beside_the_old_one_starts_over_or_is_done() throws Exception {
    long size = wall.ledger().reader().size();
    dieAtEveryStep(size - 1, size, BEFORE, AFTER);
  }

  @Test
  void the_very_first_start_can_be_repeated() throws Exception {
    dieAtEveryStep(0, 3, new Projection<?, ?>[0], BEFORE);
  }

  /**
   * Keeps views of the first entries, then shows more and dies on the way; each time one statement later.
   *
   * @param kept how many entries are applied before; 0 if there is no store yet
   */
  private void dieAtEveryStep(long kept, long size, Projection<?, ?>[] before, Projection<?, ?>[] after)
      throws Exception {
    Path prepared = folder.resolve("prepared.views");
    if (kept > 0) {
      follow(new SteppedLog(wall.ledger().reader().log(), kept), ViewStore.open(prepared), kept, before);
    }
    int last = 0;
    boolean died = true;
    for (; died; last++) {
      Path store = folder.resolve("store-" + last + ".views");
      if (kept > 0) {
        Files.copy(prepared, store);
      }
      died = diesAfter(last, store, kept, size, after);

      List<Projection<?, ?>> all = List.of(new CaseRegister(), FIRST, FIRST.version(2));
      assertThat(Kept.agreesAsStored(store, wall.ledger().reader(), all)).isBetween(kept > 0 ? 2 : 0, 2);
      try (Live live = builder(new SteppedLog(wall.ledger().reader().log(), size), after).start(
          ViewStore.open(store))) {
        Kept.agreesWithReplay(live, wall.ledger().reader(), size - 1, after);
      }
    }
    assertThat(last).as("statements it took").isGreaterThan(20);
  }

  private boolean diesAfter(int last, Path store, long kept, long size, Projection<?, ?>[] projections) {
    MortalConnection connection = new MortalConnection(last);
    try {
      follow(new SteppedLog(wall.ledger().reader().log(), Math.max(kept, 1)),
          ViewStore.open(new StoreFile(store, connection)), size, projections);
    } catch (ViewStoreException | NotApplied e) {
      assertThat(connection.isDead()).isTrue();
    }
    return connection.isDead();
  }

  /** Follows a log that shows one entry after the other. */
  private void follow(SteppedLog log, ViewStore store, long size, Projection<?, ?>... projections) {
    try (Live live = builder(log, projections).start(store)) {
      live.awaitBuilt(Kept.LONG);
      live.awaitApplied(log.size() - 1, Kept.LONG);
      while (log.size() < size) {
        log.step();
        live.awaitApplied(log.size() - 1, Kept.LONG);
      }
    }
  }

  private LiveBuilder builder(SteppedLog log, Projection<?, ?>... projections) {
    LedgerReader reader = wall.ledger().reader();
    return new LiveBuilder(log, reader.codec(), reader.zone(), Optional.empty(), reader.access())
        .projections(projections);
  }
}
