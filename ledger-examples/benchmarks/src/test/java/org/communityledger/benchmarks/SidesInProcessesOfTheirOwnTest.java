package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SidesInProcessesOfTheirOwnTest {
  @TempDir
  Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void a_side_answers_each_time_it_is_asked() throws Exception {
    Options options = options("record", "--size", "20", "--callers", "2");
    RemoteSide.once("reference", options);

    try (RemoteSide side = RemoteSide.start("raw", options)) {
      assertThat(side.perSecond()).isPositive();
      assertThat(side.perSecond()).isPositive();
    }
  }

  @Test
  void a_side_that_cannot_start_says_why() {
    assertThatIllegalStateException().isThrownBy(() -> RemoteSide.start("gold", options("record"), errors()))
        .withMessage("Side gold failed java.lang.IllegalArgumentException: There is no side gold; "
            + "its stack trace stands above");
  }

  @Test
  void a_side_that_fails_while_it_is_measured_says_why_and_prints_where() throws Exception {
    Path missing = folder.resolve("missing");

    try (RemoteSide side = RemoteSide.start("fill-large", options("growth").in(missing), errors())) {
      assertThatIllegalStateException().isThrownBy(side::perSecond)
          .withMessage("Side fill-large failed org.communityledger.LedgerException: There is no folder " + missing
              + "; create it first; its stack trace stands above");
    }
    assertThat(folder.resolve("errors.txt")).content().contains("at org.communityledger.benchmarks.Filling.fill(");
  }

  @Test
  void a_side_that_fails_ends_with_1() throws Exception {
    Process side = process("gold", options("record"));

    assertThat(side.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(side.exitValue()).isEqualTo(1);
  }

  @Test
  void a_side_that_is_idle_ends_with_its_input() throws Exception {
    Process side = process("fill-large", options("growth"));
    assertThat(side.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");

    side.outputWriter(StandardCharsets.UTF_8).close();

    assertThat(side.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(side.exitValue()).isZero();
  }

  @Test
  void a_side_that_is_busy_ends_with_its_input() throws Exception {
    Process side = process("fill-large", options("growth", "--size", "1_000_000_000"));
    BufferedReader answers = side.inputReader(StandardCharsets.UTF_8);
    assertThat(answers.readLine()).isEqualTo("ready");
    try (Writer requests = side.outputWriter(StandardCharsets.UTF_8)) {
      requests.write("measure\n");
    }

    assertThat(side.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(side.exitValue()).isZero();
    assertThat(answers.readLine()).isNull();
    assertThat(folder.resolve("errors.txt")).content().doesNotContain("Exception");
  }

  @Test
  void what_is_not_asked_for_in_the_right_words_is_refused() throws Exception {
    Process side = process("fill-large", options("growth"));
    BufferedReader answers = side.inputReader(StandardCharsets.UTF_8);
    assertThat(answers.readLine()).isEqualTo("ready");
    Writer requests = side.outputWriter(StandardCharsets.UTF_8);

    requests.write("hurry\n");
    requests.flush();

    assertThat(answers.readLine()).isEqualTo(
        "failed java.lang.IllegalArgumentException: A side can be asked to measure, not to hurry");
    assertThat(side.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(side.exitValue()).isEqualTo(1);
  }

  private Process process(String name, Options options) throws Exception {
    Process process = new ProcessBuilder(RemoteSide.command(name, options)).redirectError(errors()).start();
    started.add(process);
    return process;
  }

  private Redirect errors() {
    return Redirect.to(folder.resolve("errors.txt").toFile());
  }

  private Options options(String... words) {
    return Options.parse(List.of(words)).in(folder);
  }
}
