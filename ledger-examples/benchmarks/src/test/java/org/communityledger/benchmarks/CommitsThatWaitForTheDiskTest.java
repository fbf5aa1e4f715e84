package org.communityledger.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.communityledger.benchmarks.AxonJpaStore.Durability;
import org.communityledger.benchmarks.RecordedRows.Recorded;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What makes the durable one of Axon's sides wait: it writes before it answers, and the system is told to wait. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitsThatWaitForTheDiskTest {
  private static final int WRITES_WAIT = 0x1000; // O_DSYNC

  @TempDir
  Path folder;

  @Test
  void what_a_command_stored_is_in_the_file_when_it_is_answered() throws Exception {
    try (AxonJpaStore store = new AxonJpaStore(folder.resolve("axon"), 1, Durability.EACH_COMMIT)) {
      store.record(command("C1", "first leaf"));
      assertThat(stored()).contains("first leaf");

      store.record(command("C2", "second leaf"));
      assertThat(stored()).contains("second leaf");
    }
  }

  @Test
  void what_H2_writes_later_is_not_in_the_file() throws Exception {
    FilePath.register(new DurableFiles());
    try (Connection connection = DriverManager.getConnection(
        "jdbc:h2:durable:" + folder.resolve("axon") + ";WRITE_DELAY=3600000");
        Statement statement = connection
            .createStatement()) {
      statement.executeUpdate("CREATE TABLE leaf (line VARCHAR)");
      statement.executeUpdate("INSERT INTO leaf VALUES ('first leaf')");

      assertThat(stored()).doesNotContain("first leaf");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_system_waits_for_the_disk_with_each_write() throws Exception {
    try (AxonJpaStore store = new AxonJpaStore(folder.resolve("axon"), 1, Durability.EACH_COMMIT)) {
      assertThat(store.size()).isZero();

      assertThat(flagsOfOpenFile()).hasSize(1).allMatch(it -> (it & WRITES_WAIT) != 0);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_system_does_not_wait_where_H2_has_its_own_settings() throws Exception {
    try (AxonJpaStore store = new AxonJpaStore(folder.resolve("axon"), 1, Durability.OF_H2)) {
      assertThat(store.size()).isZero();

      assertThat(flagsOfOpenFile()).hasSize(1).allMatch(it -> (it & WRITES_WAIT) == 0);
    }
  }

  private static Recorded command(String id, String leaf) {
    return new Recorded(0, 1, leaf.getBytes(ISO_8859_1), List.of("case:" + id), id, new byte[0], new byte[0]);
  }

  private Path file() {
    return folder.resolve("axon.mv.db");
  }

  private String stored() throws IOException {
    return Files.readString(file(), ISO_8859_1);
  }

  /** Linux says of each open file how it was opened. */
  private List<Long> flagsOfOpenFile() throws IOException {
    List<Long> flags = new ArrayList<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (Path each : open.filter(it -> Files.isSymbolicLink(it)).toList()) {
        if (Files.exists(each) && Files.isSameFile(each, file())) {
          String line = Files.readAllLines(Path.of("/proc/self/fdinfo", each.getFileName().toString())).stream()
              .filter(it -> it.startsWith("flags:")).findFirst().orElseThrow();
          flags.add(Long.parseLong(line.substring("flags:".length()).strip(), 8));
        }
      }
    }
    return flags;
  }
}
