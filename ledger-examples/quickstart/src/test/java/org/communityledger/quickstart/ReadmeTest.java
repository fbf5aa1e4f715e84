package org.communityledger.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communityledger.projection.sentences.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path SEEDS = ROOT.resolve("seeds/pingcheng-2024-08-02");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  @Test
  void the_java_blocks_are_compiled() throws Exception {
    Path tests = Path.of("src/test/java/org/communityledger/quickstart");
    String examples = squeezed(Files.readString(tests.resolve("ReadmeExamples.java"))
        + Files.readString(tests.resolve("WorkByDoerTest.java")));

    assertThat(blocks("java")).hasSize(3).allSatisfy(block -> assertThat(examples).contains(squeezed(block)));
  }

  @Test
  void the_java_blocks_run() throws Exception {
    print(Language.ENGLISH);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      ReadmeExamples.verifyTheWall(folder.resolve("press.ledger"));
      ReadmeExamples.readTheViews(folder.resolve("press.ledger"));
    } finally {
      System.setOut(before);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("recorded at #")
        .contains("verified the work on case wall").contains("intact, 157 entries");
  }

  @Test
  void the_output_shown_is_what_the_quickstart_prints() throws Exception {
    List<String> transcript = Files.readAllLines(Path.of("transcript.txt"));

    assertThat(blocks("text")).hasSize(1)
        .allSatisfy(block -> assertThat(transcript).containsSubsequence(block.lines().toList()));
  }

  @Test
  void the_approved_transcript_is_what_the_quickstart_prints() throws Exception {
    assertThat(print(Language.ENGLISH)).isEqualTo(Files.readAllLines(Path.of("transcript.txt")));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("press.ledger", "press.ledger.personal",
        "press.ledger.keys", "itemised.ledger", "itemised.ledger.personal", "itemised.ledger.keys");
  }

  @Test
  void the_quickstart_speaks_one_language_at_a_time() throws Exception {
    List<String> chinese = print(Language.CHINESE);

    assertThat(chinese).hasSameSizeAs(Files.readAllLines(Path.of("transcript.txt")));
    assertThat(chinese.getFirst()).startsWith("# 一版报纸");
    assertThat(Files.readAllLines(Path.of("transcript.txt"))).noneMatch(it -> it.contains("核查"));
  }

  private List<String> print(Language language) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new Quickstart(SEEDS, folder, new PrintStream(printed, true, StandardCharsets.UTF_8), language).run();
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void the_commands_are_those_that_every_change_must_pass() throws Exception {
    String run = Files.readString(ROOT.resolve(".ci/run")).replace(" -B", "");

    assertThat(blocks("sh")).hasSize(1)
        .allSatisfy(block -> assertThat(block.lines().toList()).allSatisfy(line -> assertThat(run).contains(line)));
  }

  @Test
  void the_dependency_is_a_module_of_this_build() throws Exception {
    String module = squeezed(Files.readString(ROOT.resolve("ledger-projections/pom.xml")));

    assertThat(blocks("xml")).hasSize(1);
    assertThat(blocks("xml").getFirst()).contains("<artifactId>ledger-projections</artifactId>", "<version>0.1.0<");
    assertThat(module).contains("<version>0.1.0</version>", "<artifactId>ledger-projections</artifactId>");
  }

  @Test
  void it_is_short() throws Exception {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(120);
  }

  private static List<String> blocks(String language) throws Exception {
    Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        found.add(matcher.group(2));
      }
    }
    return found;
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").trim();
  }
}
