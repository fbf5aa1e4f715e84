package org.communityledger.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {
  private static final Path SEEDS = Path.of("../../seeds/pingcheng-2024-08-02");

  @TempDir
  Path folder;

  @Test
  void a_bad_line_ends_the_program_with_exit_code_1_and_keeps_what_came_before() throws Exception {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    String registry = Files.readString(SEEDS.resolve("registry.jsonl"));
    Files.writeString(seeds.resolve("registry.jsonl"), registry.replaceFirst("\"lower\":107,", "\"lower\":\"all\","));

    Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
        Quickstart.class.getName(), seeds.toString(), folder.toString())
        .redirectErrorStream(true).redirectOutput(new File(folder.toFile(), "out.txt")).start();

    assertThat(program.waitFor()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8)).contains(
        "registry.jsonl:44: /body/size/lower: expected a whole number, found \"all\"");
    try (LedgerReader reader = Ledger.openReadOnly(folder.resolve("press.ledger"))) {
      assertThat(reader.size()).isEqualTo(44);
      assertThat(reader.verify().isIntact()).isTrue();
    }
  }
}
