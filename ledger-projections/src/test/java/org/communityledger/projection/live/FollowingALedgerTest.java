package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.Stage;
import org.communityledger.projection.Projection;
import org.communityledger.projection.RandomCases;
import org.communityledger.projection.Seeds;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.HazardFixHistory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowingALedgerTest {
  private static final Projection<?, ?>[] ALL = {new CaseRegister(), new HazardFixHistory(), Telling.byCase(),
      Telling.byRole(), Telling.byRoleWithStruckOut(), Telling.byEvent()};

  @TempDir
  Path folder;

  @Test
  void what_is_recorded_can_be_read_with_the_position_it_is_true_for() {
    try (WallLedger wall = WallLedger.in(folder);
        Live live = Live.of(wall.ledger()).projections(new CaseRegister()).start()) {
      wall.given(report(WALL));
      wall.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
      live.awaitApplied(6, Kept.LONG);

      Dated<CaseRow> row = live.row(new CaseRegister(), WALL);

      assertThat(row.position()).isEqualTo(6);
      assertThat(row.row().orElseThrow().stage()).isEqualTo(Stage.ACCEPTED);
    }
  }

  @Test
  void after_every_step_of_any_history_the_views_are_those_of_a_replay() {
    Seeds.cases(4, random -> {
      Path own = Files.createDirectory(folder.resolve(Long.toString(random.nextLong(Long.MAX_VALUE))));
      try (WallLedger wall = WallLedger.in(own); Live live = Live.of(wall.ledger()).projections(ALL).start()) {
        new RandomCases(wall, random).live(100, () -> Kept.agreesWithReplay(live, wall.ledger().reader(), ALL));
      }
    });
  }

  @Test
  void after_every_single_entry_the_views_are_those_of_a_replay_also_between_a_retraction_and_its_correction() {
    Seeds.cases(2, random -> {
      Path own = Files.createDirectory(folder.resolve(Long.toString(random.nextLong(Long.MAX_VALUE))));
      try (WallLedger wall = WallLedger.in(own)) {
        new RandomCases(wall, random).live(150, () -> {});
        LedgerReader reader = wall.ledger().reader();
        SteppedLog log = new SteppedLog(reader.log(), 1);
        try (Live live = new LiveBuilder(log, reader.codec(), reader.zone(), Optional.of(own.resolve("views")),
            reader.access())
            .projections(ALL).start()) {
          Kept.agreesWithReplay(live, reader, 0, ALL);
          for (long position = 1; position < reader.size(); position++) {
            log.step();
            Kept.agreesWithReplay(live, reader, position, ALL);
          }
        }
      }
    });
  }
}
