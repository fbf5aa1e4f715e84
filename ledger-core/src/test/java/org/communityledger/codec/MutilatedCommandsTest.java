package org.communityledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.communityledger.decide.Submission;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever a line holds, reading it yields a command or says where it is wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutilatedCommandsTest {
  private static final int INPUTS = 10_000;
  private static final Path SEEDS = Path.of("../seeds/pingcheng-2024-08-02");
  private static final List<String> FRAGMENTS = List.of("null", "{}", "[]", "\"\"", "-1", "1e400", "0.5", "true", "{\"$sealed\":{}}",
      "{\"$sealed\":{\"k\":\"a\",\"h\":\"b\"}}", "\"\\ud800\"", "\"\\u0000\"", "99999999999999999999", "[[[[]]]]", "\"2024-13-45\"",
      "{\"command\":\"cases.StartWork\",\"body\":{}}", "[{\"a\":[{\"b\":null}]}]", "\"person:\"", "\"多\"");

  private final CommandCodec codec = new CommandCodec(Fixtures.commandNames());

  @Test
  void every_mutilated_line_is_a_command_or_a_located_error() {
    List<byte[]> lines = lines();
    List<Boolean> accepted = new ArrayList<>();

    Generated.cases(INPUTS, generated -> accepted.add(isCommand(mutilated(generated, generated.oneOf(lines)))));

    assertThat(accepted).hasSize(INPUTS);
    assertThat(accepted).as("some are harmless").contains(true, false);
  }

  @Test
  void deep_nesting_and_endless_numbers_are_located_errors_too() {
    String line = new String(lines().getFirst(), StandardCharsets.UTF_8);

    assertThat(isCommand(line.replace("\"body\":{", "\"body\":{\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + ",")
        .getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(isCommand(line.replace("\"body\":{", "\"body\":{\"x\":" + "9".repeat(50_000) + ",")
        .getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  private boolean isCommand(byte[] line) {
    try {
      Submission read = codec.read(line);
      assertThat(read.command()).isNotNull();
      return true;
    } catch (InvalidCommand e) {
      assertThat(e.getMessage()).isNotBlank().matches("(?s)(/\\S*: )?.{10,}");
      return false;
    } catch (RuntimeException | Error e) {
      return fail("No located error but " + e + " for " + new String(line, StandardCharsets.UTF_8), e);
    }
  }

  private static byte[] mutilated(Generated generated, byte[] line) {
    byte[] mutant = line.clone();
    int times = generated.number(1, 3);
    for (int i = 0; i < times; i++) {
      mutant = switch (generated.number(0, 4)) {
        case 0 -> flipped(generated, mutant);
        case 1 -> without(generated, mutant);
        case 2 -> with(generated, mutant, generated.bytes(generated.number(1, 4)));
        case 3 -> withAnotherValue(generated, mutant);
        default -> withAnotherMember(generated, mutant);
      };
    }
    return mutant;
  }

  private static byte[] flipped(Generated generated, byte[] line) {
    if (line.length > 0) {
      line[generated.number(0, line.length - 1)] ^= (byte) (1 << generated.number(0, 7));
    }
    return line;
  }

  private static byte[] without(Generated generated, byte[] line) {
    int from = generated.number(0, line.length);
    int to = Math.min(line.length, from + generated.number(1, 30));
    return spliced(line, from, to, new byte[0]);
  }

  private static byte[] with(Generated generated, byte[] line, byte[] more) {
    int at = generated.number(0, line.length);
    return spliced(line, at, at, more);
  }

  /** Some value of the line is exchanged for another sort of value: it reads on as JSON, mostly. */
  private static byte[] withAnotherValue(Generated generated, byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    List<Integer> colons = Stream.iterate(text.indexOf("\":"), it -> it >= 0, it -> text.indexOf("\":", it + 1))
        .toList();
    if (colons.isEmpty()) {
      return line;
    }
    int start = generated.oneOf(colons) + 2;
    int end = start;
    while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return (text.substring(0, start) + generated.oneOf(FRAGMENTS) + text.substring(end))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withAnotherMember(Generated generated, byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    int brace = text.indexOf('{', generated.number(0, Math.max(0, text.length() - 1)));
    return brace < 0
        ? line
        : (text.substring(0, brace + 1) + "\"reason\":" + generated.oneOf(FRAGMENTS) + "," + text.substring(brace + 1))
            .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] line, int from, int to, byte[] between) {
    byte[] spliced = new byte[line.length - (to - from) + between.length];
    System.arraycopy(line, 0, spliced, 0, from);
    System.arraycopy(between, 0, spliced, from, between.length);
    System.arraycopy(line, to, spliced, from + between.length, line.length - to);
    return spliced;
  }

  private static List<byte[]> lines() {
    try (Stream<Path> files = Files.list(SEEDS)) {
      List<byte[]> lines = new ArrayList<>();
      for (Path file : files.filter(it -> it.toString().endsWith(".jsonl")).sorted().toList()) {
        Files.readAllLines(file).forEach(it -> lines.add(it.getBytes(StandardCharsets.UTF_8)));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
