package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.live.Standing.State;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreOfViewsTest {
  @TempDir
  Path folder;

  @Test
  void it_lies_beside_the_ledger_and_is_one_file_once_closed() throws IOException {
    try (WallLedger wall = WallLedger.in(folder); Live live = start(wall)) {
      live.awaitBuilt(Kept.LONG);
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString())).containsExactlyInAnyOrder("wall.ledger",
          "wall.ledger.views");
    }
  }

  @Test
  void it_can_lie_elsewhere_but_not_where_something_else_lies() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a database");
    try (WallLedger wall = WallLedger.in(folder)) {
      Path elsewhere = folder.resolve("elsewhere.views");
      LiveBuilder.of(wall.ledger().reader()).store(elsewhere).projections(new CaseRegister()).start().close();
      assertThat(elsewhere).isRegularFile();

      refused(wall, text, text + " is not a store of views; name another file, which is created if need be");
      Path ledger = folder.resolve("wall.ledger");
      refused(wall, ledger, ledger + " is not a store of views; name another file, which is created if need be");
      refused(wall, folder, folder + " is a directory; name a file");
      refused(wall, folder.resolve("no/views"), "There is no folder " + folder.resolve("no") + "; create it first");
      refused(wall, folder.resolve("a?b"), folder.resolve("a?b") + " has a question mark in its name; choose a name"
          + " without");
    }
    assertThat(text).hasContent("not a database");
  }

  @Test
  void a_newer_format_is_not_touched() throws SQLException {
    try (WallLedger wall = WallLedger.in(folder)) {
      start(wall).close();
      sql("PRAGMA user_version = 2");

      Path file = folder.resolve("wall.ledger.views");
      refused(wall, file, file + " has format 2; this version reads up to format 1: use a newer version of the library,"
          + " or remove the file to have all views built again");
    }
  }

  @Test
  void it_is_used_by_one_at_a_time() {
    try (WallLedger wall = WallLedger.in(folder)) {
      Path file = folder.resolve("wall.ledger.views");
      Live first = start(wall);
      refused(wall, file, file + " is in use already; close the other Live first, or name another file");

      first.close();
      first.close();
      start(wall).close();
    }
  }

  @Test
  void nothing_is_applied_over_what_somebody_else_applied() throws SQLException {
    try (WallLedger wall = WallLedger.in(folder); Live live = start(wall)) {
      live.awaitBuilt(Kept.LONG);
      sql("UPDATE view SET size = 3");
      wall.given(report(WALL));

      assertThatThrownBy(() -> live.awaitApplied(5, Kept.LONG)).isInstanceOf(NotApplied.class)
          .hasMessageContaining("Somebody else changed view 1 of " + folder.resolve("wall.ledger.views")
              + ", which was true for 5 entries; let one Live only use this file");
    }
  }

  @Test
  void after_a_restored_backup_of_the_ledger_the_views_are_built_again_and_say_why() throws IOException {
    WallLedger.in(folder).close();
    Path backup = Files.copy(folder.resolve("wall.ledger"), folder.resolve("backup"));
    try (WallLedger wall = WallLedger.in(folder); Live live = start(wall)) {
      wall.given(report(WALL));
      live.awaitApplied(5, Kept.LONG);
    }
    Files.delete(folder.resolve("wall.ledger"));
    Files.move(backup, folder.resolve("wall.ledger"));

    try (WallLedger wall = WallLedger.in(folder); Live live = start(wall)) {
      Kept.agreesWithReplay(live, wall.ledger().reader(), new CaseRegister());
      assertThat(live.row(new CaseRegister(), WALL)).isEqualTo(new Dated<>(4, Optional.empty()));
      assertThat(live.progress().getFirst().state()).isEqualTo(State.LIVE);
      assertThat(live.progress().getFirst().finding()).contains("The ledger has 5 entries, but 6 were applied: it is an"
          + " older copy or another ledger, and the view was built again");
    }
  }

  @Test
  void beside_another_ledger_the_views_are_built_again_and_say_why() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (WallLedger wall = WallLedger.in(folder); Live live = start(wall)) {
      wall.given(report(WALL));
      live.awaitApplied(5, Kept.LONG);
    }
    try (WallLedger wall = WallLedger.in(other)) {
      wall.given(report(RAILING));
      wall.given(new RecordSurvey(RAILING));
    }
    Files.copy(folder.resolve("wall.ledger.views"), other.resolve("wall.ledger.views"));

    try (WallLedger wall = WallLedger.in(other); Live live = start(wall)) {
      Kept.agreesWithReplay(live, wall.ledger().reader(), new CaseRegister());
      assertThat(live.progress().getFirst().finding()).contains("The first 6 entries of the ledger are not those that"
          + " were applied: it is an older copy or another ledger, and the view was built again");
    }
  }

  @Test
  void views_that_nobody_asked_for_meanwhile_go_on_where_they_stood() {
    Telling<String> byRole = Telling.byRole();
    try (WallLedger wall = WallLedger.in(folder)) {
      try (Live live = LiveBuilder.of(wall.ledger().reader()).projections(new CaseRegister(), byRole).start()) {
        live.awaitBuilt(Kept.LONG);
      }
      try (Live live = start(wall)) {
        wall.given(report(WALL));
        live.awaitApplied(5, Kept.LONG);
      }
      try (Live live = LiveBuilder.of(wall.ledger().reader()).projections(new CaseRegister(), byRole).start()) {
        wall.given(report(RAILING));
        Kept.agreesWithReplay(live, wall.ledger().reader(), new CaseRegister(), byRole);
        assertThat(live.progress()).allSatisfy(it -> assertThat(it.finding()).isEmpty());
      }
    }
  }

  private static Live start(WallLedger wall) {
    return LiveBuilder.of(wall.ledger().reader()).projections(new CaseRegister()).start();
  }

  private static void refused(WallLedger wall, Path store, String message) {
    LiveBuilder builder = LiveBuilder.of(wall.ledger().reader()).store(store).projections(new CaseRegister());
    assertThatThrownBy(builder::start).isInstanceOf(ViewStoreException.class).hasMessage(message);
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("wall.ledger.views"));
        Statement each = connection.createStatement()) {
      each.executeUpdate(statement);
    }
  }
}
