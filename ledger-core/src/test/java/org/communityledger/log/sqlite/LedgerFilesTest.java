package org.communityledger.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.log.Lines.append;
import static org.communityledger.log.Lines.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.communityledger.log.AppendCondition;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Lines.Line;
import org.communityledger.log.LogException;
import org.communityledger.log.Outlook;
import org.communityledger.log.Query;
import org.communityledger.log.Staged;
import org.communityledger.log.TreeHead;
import org.communityledger.log.Unsettled;
import org.communityledger.log.Verification;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerFilesTest {
  @TempDir
  Path folder;

  private LedgerFile file() {
    return new LedgerFile(folder.resolve("a.ledger"));
  }

  @ParameterizedTest
  @CsvSource({"event,leaf = x'00'", "event,position = 9", "event_tag,tag = 'x'", "decision,digest = x'00'",
      "tile,hashes = x'00'", "event_type,name = 'x'"})
  void nothing_recorded_is_changed_or_deleted(String table, String change) {
    file().filled(256);

    assertThatThrownBy(() -> file().sql("UPDATE " + table + " SET " + change)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("what is recorded in " + table + " is never changed");
    assertThatThrownBy(() -> file().sql("DELETE FROM " + table)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("what is recorded in " + table + " is never changed");
    assertThat(file().verified().findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABORT", "ROLLBACK"})
  void a_failing_commit_fails_the_whole_batch_and_the_log_goes_on(String kind) {
    file().filled(2);
    file().sql("CREATE TRIGGER fault BEFORE INSERT ON decision WHEN new.command_id = 'poison'"
        + " BEGIN SELECT RAISE(" + kind + ", 'the disk is full'); END");
    try (SqliteLog log = file().open()) {
      assertThat(log.stage(append("alone", line("A")), log.outlook()).await().first()).isEqualTo(2);
      List<Staged> batch = new ArrayList<>();
      for (String id : List.of("before", "poison", "after")) {
        batch.add(log.stage(append(id, line("new in this batch", "t")), log.outlook()));
      }

      assertThat(batch.stream().map(Staged::first)).containsExactly(3L, 4L, 5L);
      for (Staged each : batch) {
        assertThatThrownBy(each::await).isInstanceOf(LogException.class)
            .hasMessageContaining("Committing 3 appends failed, none of them is stored").hasMessageContaining("disk");
      }
      assertThat(log.size()).isEqualTo(3);
      assertThat(log.read(Query.tagged("t"), 0, 99, 99)).isEmpty();
      assertThat(log.decision("before")).isEmpty();

      AppendCondition nothingTagged = AppendCondition.nothingMatching(Query.tagged("t"), 0);
      assertThat(log.append(append("before", nothingTagged, line("new in this batch", "t"))).join().first())
          .isEqualTo(3);
      assertThatThrownBy(log.append(append("c0", line("A")))::join).hasMessageContaining("c0 is already recorded");
      assertThat(log.head().size()).isEqualTo(4);
    }
    file().sql("DROP TRIGGER fault");
    assertThat(file().verified().findings()).isEmpty();
    assertThat(file().verified().head().size()).isEqualTo(4);
  }

  @Test
  void what_was_decided_on_entries_that_could_not_be_stored_does_not_stand() {
    file().filled(2);
    file().sql("CREATE TRIGGER fault BEFORE INSERT ON decision WHEN new.command_id = 'poison'"
        + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
    try (SqliteLog log = file().open()) {
      Outlook before = log.outlook();
      Staged poison = log.stage(append("poison", line("A", "t")), before);
      Outlook onPoison = log.outlook();
      assertThatThrownBy(poison::await).isInstanceOf(LogException.class).hasMessageContaining("disk");

      assertThatThrownBy(() -> onPoison.read(Query.tagged("t"), 0, 9)).isInstanceOf(Unsettled.class);
      assertThatThrownBy(onPoison::awaitDurable).isInstanceOf(Unsettled.class);
      assertThatThrownBy(() -> log.stage(append("next", line("A", "t")), onPoison)).isInstanceOf(Unsettled.class)
          .hasMessageContaining("read and decide again");
      before.awaitDurable();

      assertThat(log.stage(append("next", line("A", "t")), log.outlook()).await().first()).isEqualTo(2);
      assertThat(log.read(Query.tagged("t"), 0, 9, 9)).hasSize(1);
      assertThat(log.stage(append("poisonless", line("A")), log.outlook()).await().first()).isEqualTo(3);
    }
    file().sql("DROP TRIGGER fault");
    assertThat(file().verified().findings()).isEmpty();
  }

  @Test
  void a_reader_beside_the_writer_sees_it_grow() {
    try (SqliteLog log = file().open(); EntryLog reader = SqliteLog.openReadOnly(file().path())) {
      assertThat(reader.size()).isEqualTo(0);
      assertThat(reader.last(Query.tagged("t"), 9)).isEmpty();

      for (int i = 0; i < 300; i++) {
        log.append(append("c" + i, line("T" + i, "t"))).join();
      }

      assertThat(reader.size()).isEqualTo(300);
      assertThat(reader.head()).isEqualTo(log.head());
      assertThat(reader.hashes().size()).isEqualTo(300);
      assertThat(reader.hashes().hash(8, 0)).isEqualTo(log.hashes().hash(8, 0));
      assertThat(reader.read(Query.ofTypes("T299"), 0, 999, 9).stream().map(Entry::position)).containsExactly(299L);
      assertThat(reader.last(Query.tagged("t"), 999).map(Entry::type)).contains("T299");
      assertThat(reader.append(append("mine", line("A")))).isCompletedExceptionally();
      assertThatThrownBy(reader.append(append("mine", line("A")))::join)
          .hasMessageContaining("a.ledger is open for reading only");
    }
  }

  @Test
  void a_reader_beside_the_writer_never_takes_growth_for_damage() throws Exception {
    try (SqliteLog log = file().open(); SqliteLog reader = SqliteLog.openReadOnly(file().path())) {
      Thread writer = new Thread(() -> IntStream.range(0, 1_500).forEach(
          i -> log.append(append("c" + i, line("A", "t"), line("B", "t"))).join()));
      writer.start();
      while (writer.isAlive()) {
        long before = reader.size();
        assertThat(reader.hashes().size()).isGreaterThanOrEqualTo(before);
        try (var evidence = reader.evidence()) {
          Verification seen = org.communityledger.log.Verifier.shallow(evidence);
          assertThat(seen.findings()).isEmpty();
        }
      }
      writer.join();
      assertThat(reader.size()).isEqualTo(3_000);
    }
  }

  @Test
  void after_closing_there_is_one_file_also_when_it_was_read_since() {
    try (SqliteLog log = file().open(); SqliteLog reader = SqliteLog.openReadOnly(file().path())) {
      log.append(append("c1", line("A"))).join();
      assertThat(reader.size()).isEqualTo(1);
    }
    assertThat(folder.toFile().list()).containsExactly("a.ledger");

    try (SqliteLog reader = SqliteLog.openReadOnly(file().path())) {
      assertThat(reader.read(Query.all(), 0, 9, 9)).hasSize(1);
      assertThat(folder.toFile().list()).containsExactly("a.ledger");
    }
    assertThat(folder.toFile().list()).containsExactly("a.ledger");
  }

  @Test
  void closing_waits_for_who_is_reading() throws Exception {
    file().filled(2_000);
    for (int round = 0; round < 10; round++) {
      SqliteLog log = file().open();
      CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
        while (true) {
          log.read(Query.all(), 0, 2_000, 2_000);
        }
      });
      while (!reading.isDone() && log.read(Query.tagged("i1"), 0, 9, 9).isEmpty()) {
        Thread.onSpinWait();
      }
      log.append(append("round" + round, line("A"))).join();
      log.close();

      assertThat(folder.toFile().list()).containsExactly("a.ledger");
      assertThatThrownBy(reading::join).hasCauseInstanceOf(LogException.class).hasMessageContaining("is closed");
    }
  }

  @Test
  void a_file_of_the_first_format_is_read_as_it_is_and_brought_to_the_second_to_be_written() {
    LedgerFile first = file().filled(3);
    first.sql("DROP TRIGGER decision_no_UPDATE",
        "CREATE TRIGGER decision_no_UPDATE BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'never'); END",
        "PRAGMA user_version = 1");

    try (SqliteLog log = SqliteLog.openReadOnly(first.path())) {
      assertThat(log.size()).isEqualTo(3);
    }
    TreeHead head;
    String forgotten;
    try (SqliteLog log = SqliteLog.open(first.path(), LedgerFile.CLOCK)) {
      head = log.head();
      forgotten = log.decisionAt(2).orElseThrow().commandId();
      log.forgetDigests(List.of(forgotten));
    }

    try (SqliteLog log = SqliteLog.open(first.path(), LedgerFile.CLOCK)) {
      assertThat(log.decision(forgotten).orElseThrow().digest()).isEmpty();
      assertThat(log.decisionAt(0).orElseThrow().digest()).isNotEmpty();
      assertThat(log.head()).isEqualTo(head);
    }
    assertThatThrownBy(() -> first.sql("UPDATE decision SET line = x'00'")).hasStackTraceContaining("is never changed");
    assertThatThrownBy(() -> first.sql("UPDATE decision SET digest = x'00'"))
        .hasStackTraceContaining("is never changed");
  }

  @Test
  void what_is_no_ledger_is_refused_with_words_and_left_alone() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "Dear diary, this is no ledger.");
    refused(text, text + " is not a ledger: it is no SQLite file");

    LedgerFile foreign = new LedgerFile(folder.resolve("foreign.db"));
    foreign.sql("CREATE TABLE diary (page TEXT)");
    byte[] before = Files.readAllBytes(foreign.path());
    refused(foreign.path(), foreign.path() + " is an SQLite file, but not a ledger");
    assertThat(Files.readAllBytes(foreign.path())).isEqualTo(before);

    LedgerFile newer = file().filled(1);
    newer.sql("PRAGMA user_version = 3");
    before = Files.readAllBytes(newer.path());
    refused(newer.path(), newer.path() + " has format 3; this version reads up to format 2: use a newer version of the"
        + " library");
    assertThat(Files.readAllBytes(newer.path())).isEqualTo(before);

    refused(folder, folder + " is a directory; name a file");
    Path nowhere = folder.resolve("nowhere").resolve("a.ledger");
    refused(nowhere, "There is no folder " + folder.resolve("nowhere") + "; create it first");
    Path question = folder.resolve("what?.ledger");
    refused(question, question + " has a question mark in its name; choose a name without");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("text", "foreign.db", "a.ledger");
  }

  @Test
  void a_missing_file_is_created_for_writing_only() {
    assertThatThrownBy(() -> SqliteLog.openReadOnly(file().path())).isInstanceOf(LogException.class)
        .hasMessage("There is no ledger at " + file().path());
    assertThat(folder.toFile().list()).isEmpty();

    file().filled(0);

    assertThat(folder.toFile().list()).containsExactly("a.ledger");
  }

  @Test
  void an_empty_file_becomes_a_ledger_for_writing_only() throws IOException {
    Files.write(file().path(), new byte[0]);
    assertThatThrownBy(() -> SqliteLog.openReadOnly(file().path())).isInstanceOf(LogException.class)
        .hasMessage(file().path() + " is an SQLite file, but not a ledger");

    assertThat(file().filled(3).verified().head().size()).isEqualTo(3);
  }

  @Test
  void a_name_may_have_spaces_and_chinese_characters() {
    LedgerFile file = new LedgerFile(folder.resolve("云栖苑 账本 #1 50%.ledger")).filled(3);

    assertThat(folder.toFile().list()).containsExactly("云栖苑 账本 #1 50%.ledger");
    assertThat(file.verified().isIntact()).isTrue();
  }

  @Test
  void a_truncated_file_is_refused_or_found_damaged() throws IOException {
    byte[] whole = Files.readAllBytes(file().filled(1_000).path());
    for (int length : new int[]{50, 100, 4_096, whole.length / 2, whole.length - 4_096}) {
      Path cut = folder.resolve("cut" + length);
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      try {
        assertThat(new LedgerFile(cut).verified().isIntact()).isFalse();
      } catch (LogException e) {
        assertThat(e).hasMessageContaining("cut" + length);
      }
    }
  }

  @Test
  void verifying_50000_entries_takes_seconds_not_minutes() {
    try (SqliteLog log = file().open()) {
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < 50_000; i++) {
        lines.add(line("T" + i % 20, "case:" + i, "place:" + i % 500, "person:" + i % 7_000, "all", "kind:" + i % 3));
      }
      log.append(append("many", AppendCondition.none(), lines)).join();
    }
    long start = System.nanoTime();

    Verification verification = file().verified();

    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println("verified 50,000 entries with 250,000 tag rows in " + millis + " ms");
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.head()).extracting(TreeHead::size).isEqualTo(50_000L);
    assertThat(millis).isLessThan(30_000);
  }

  private static void refused(Path path, String message) {
    assertThatThrownBy(() -> SqliteLog.open(path, LedgerFile.CLOCK)).isInstanceOf(LogException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> SqliteLog.openReadOnly(path)).isInstanceOf(LogException.class).hasMessage(message);
  }
}
