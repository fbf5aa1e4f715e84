package org.communityledger.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.log.Lines.append;
import static org.communityledger.log.Lines.line;

import java.nio.file.Files;
import java.nio.file.Path;
import org.communityledger.log.LogException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OneWriterTest {
  @TempDir
  Path folder;

  private LedgerFile file() {
    return new LedgerFile(folder.resolve("one.ledger"));
  }

  private String alreadyOpen() {
    return file().path() + " is already open for writing, here or in another process; close it there, or open it here"
        + " for reading only";
  }

  @Test
  void a_second_writer_is_refused_here_and_in_another_process_also_after_a_first_attempt() throws Exception {
    try (SqliteLog log = file().open()) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(file()::open).isInstanceOf(LogException.class).hasMessage(alreadyOpen());
        try (OtherProcess other = OtherProcess.start("hold", file().path())) {
          assertThat(other.next()).isEqualTo(alreadyOpen());
        }
      }
      assertThat(log.append(append("c1", line("A"))).join().first()).isEqualTo(0);
    }
  }

  @Test
  void the_lock_is_free_once_the_other_process_is_killed() throws Exception {
    try (OtherProcess other = OtherProcess.start("hold", file().path())) {
      assertThat(other.next()).isEqualTo("open");
      assertThatThrownBy(file()::open).isInstanceOf(LogException.class).hasMessage(alreadyOpen());
      other.kill();
    }

    try (SqliteLog log = file().open()) {
      assertThat(log.size()).isEqualTo(0);
    }
    assertThat(folder.toFile().list()).containsExactly("one.ledger");
  }

  @Test
  void closing_again_does_not_take_the_lock_from_the_next_writer() throws Exception {
    SqliteLog first = file().open();
    first.close();
    try (SqliteLog second = file().open()) {
      first.close();

      assertThat(folder.resolve("one.ledger-lock")).exists();
      try (OtherProcess other = OtherProcess.start("hold", file().path())) {
        assertThat(other.next()).isEqualTo(alreadyOpen());
      }
      assertThat(second.append(append("c1", line("A"))).join().first()).isEqualTo(0);
    }
  }

  @Test
  void another_name_of_the_same_file_does_not_admit_a_second_writer() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.ledger"), file().path());
    try (SqliteLog log = file().open()) {
      assertThatThrownBy(() -> new LedgerFile(link).open()).isInstanceOf(LogException.class)
          .hasMessageContaining("link.ledger is already open for writing");
      assertThat(log.size()).isEqualTo(0);
    }
  }
}
