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
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.kernel.CaseId;
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
          .hasMessageContaining("Somebody else wrote to " + folder.resolve("wall.ledger.views")
              + "; let one Live only use this file");
    }
  }

  @Test
  void a_lock_that_somebody_holds_for_long_is_waited_for() throws SQLException {
    Path file = folder.resolve("wall.ledger.views");
    StoreFile impatient = new StoreFile(file, (config, url) -> {
      config.setBusyTimeout(1);
      return config.createConnection(url);
    });
    try (WallLedger wall = WallLedger.in(folder);
        Live live = LiveBuilder.of(wall.ledger().reader()).projections(new CaseRegister())
            .start(ViewStore.open(impatient))) {
      live.awaitBuilt(Kept.LONG);
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        wall.given(report(WALL));

        assertThatThrownBy(() -> live.awaitApplied(5, Duration.ofMillis(50))).isInstanceOf(NotApplied.class)
            .hasMessage("#5 is not applied after 50 ms: cases.CaseRegister v1 is at #4 (head #5)");
        statement.execute("ROLLBACK");
      }
      live.awaitApplied(5, Kept.LONG);
      assertThat(live.row(new CaseRegister(), WALL).row()).isPresent();
    }
  }

  @Test
  void closing_does_not_wait_for_such_a_lock() throws SQLException {
    Path file = folder.resolve("wall.ledger.views");
    StoreFile impatient = new StoreFile(file, (config, url) -> {
      config.setBusyTimeout(1);
      return config.createConnection(url);
    });
    try (WallLedger wall = WallLedger.in(folder)) {
      Live live = LiveBuilder.of(wall.ledger().reader()).projections(new CaseRegister())
          .start(ViewStore.open(impatient));
      live.awaitBuilt(Kept.LONG);
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        wall.given(report(WALL));
        live.close();
      }
      assertThat(live.progress().getFirst().position()).isEqualTo(4);
      try (Live again = start(wall)) {
        Kept.agreesWithReplay(again, wall.ledger().reader(), new CaseRegister());
      }
    }
  }

  @Test
  void a_full_disk_is_named_and_once_there_is_room_everything_goes_on() {
    Path file = folder.resolve("wall.ledger.views");
    StoreFile small = new StoreFile(file, (config, url) -> {
      Connection connection = config.createConnection(url);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA max_page_count = 40");
      }
      return connection;
    });
    try (WallLedger wall = WallLedger.in(folder)) {
      Telling<String> byRole = Telling.byRole();
      long position = 4;
      try (Live live = LiveBuilder.of(wall.ledger().reader()).projections(byRole).start(ViewStore.open(small))) {
        live.awaitBuilt(Kept.LONG);
        for (int i = 0; i < 1_000; i++) {
          wall.given(report(new CaseId("k" + i)));
        }
        assertThatThrownBy(() -> live.awaitApplied(1_004, Kept.LONG)).isInstanceOf(NotApplied.class)
            .hasMessageContaining("test.ByRole v1 has failed at #")
            .hasMessageContaining("Writing " + file + " failed: [SQLITE_FULL]");
        position = live.row(byRole, "clerk").position();
        assertThat(live.row(byRole, "clerk").row().orElseThrow().told()).hasSize((int) position);
      }
      try (Live live = LiveBuilder.of(wall.ledger().reader()).projections(byRole).start()) {
        Kept.agreesWithReplay(live, wall.ledger().reader(), byRole);
        assertThat(position).isLessThan(1_004);
      }
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
      wall.given(RecordSurvey.of(RAILING));
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
