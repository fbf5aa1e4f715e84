package org.communityledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Entry;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The plain reader may leave a leaf to the checked one, but never read what that refuses, nor anything else from it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BothWaysOfReadingLeavesTest {
  private static final int MUTANTS = 40_000;

  private final MadeUpLeaves leaves = new MadeUpLeaves();

  /** What became of a leaf. */
  private enum Result {
    READ_PLAINLY, LEFT_AND_READ, REFUSED
  }

  @Test
  void give_equal_events_of_every_type() {
    Generated.cases(200, generated -> {
      for (EventType type : leaves.types) {
        Event event = leaves.event(generated, type);
        Entry leaf = leaves.leaf(generated, event);

        Result result = read(leaf, leaves.plain::read);

        assertThat(result).isNotEqualTo(Result.REFUSED);
        assertThat(leaves.codec.decode(leaf).event()).isEqualTo(event);
      }
    });
  }

  @Test
  void every_type_but_a_few_is_read_plainly() {
    List<String> left = new ArrayList<>(leaves.types.stream().map(EventType::name).toList());
    Generated.cases(50, generated -> {
      for (EventType type : leaves.types) {
        leaves.plain.read(leaves.leaf(generated, leaves.event(generated, type)))
            .ifPresent(it -> left.remove(type.name()));
      }
    });

    assertThat(left).containsExactlyInAnyOrder("test.Nested", "test.Reversed", "test.Empty", "kernel.LedgerFounded",
        "cases.SlaPolicyDefined");
  }

  @Test
  void agree_while_several_threads_read_and_push_out_what_others_remember() throws Exception {
    List<Entry> read = new ArrayList<>();
    Generated.cases(2_000, generated -> read.add(leaf(generated)));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Void> reading = () -> {
        for (Entry each : read) {
          assertThat(read(each, leaves.plain::read)).isNotEqualTo(Result.REFUSED);
        }
        return null;
      };

      for (Future<Void> each : threads.invokeAll(Collections.nCopies(4, reading))) {
        assertThatCode(each::get).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void agree_about_changed_leaves() {
    Map<Result, Integer> results = new EnumMap<>(Result.class);
    mutants(MUTANTS, leaf -> results.merge(read(leaf, leaves.plain::read), 1, Integer::sum));

    assertThat(results.get(Result.READ_PLAINLY)).isGreaterThan(2_000);
    assertThat(results.get(Result.LEFT_AND_READ)).isGreaterThan(2_000);
    assertThat(results.get(Result.REFUSED)).isGreaterThan(20_000);
  }

  @Test
  void disagree_if_the_plain_one_overlooks_what_follows_the_leaf() {
    assertFoundOut(leaf -> Arrays.copyOf(leaf, text(leaf).lastIndexOf('}') + 1));
  }

  @Test
  void disagree_if_the_plain_one_takes_what_stands_last_of_what_stands_twice() {
    assertFoundOut(leaf -> bytes(text(leaf).replaceAll("(\"\\w+\":\"[^\"]*\"),(?=\\1)", "")));
  }

  @Test
  void disagree_if_the_plain_one_takes_fractions_for_whole_numbers() {
    assertFoundOut(leaf -> bytes(text(leaf).replaceAll(":(\\d+)\\.0(?=[,}])", ":$1")));
  }

  @Test
  void disagree_if_the_plain_one_skips_unknown_members() {
    assertFoundOut(leaf -> bytes(text(leaf).replaceAll("\"unknown\":1,", "")));
  }

  @Test
  void disagree_if_the_plain_one_reads_bytes_that_are_no_utf_8() {
    assertFoundOut(leaf -> {
      byte[] repaired = leaf.clone();
      for (int i = 0; i < leaf.length; i++) {
        repaired[i] = leaf[i] == (byte) 0xFF ? (byte) 'y' : leaf[i];
      }
      return repaired;
    });
  }

  @Test
  void disagree_if_the_plain_one_mistakes_one_value_for_another() {
    assertFoundOut(leaf -> bytes(text(leaf).replace("\"HOTLINE\"", "\"PRESS\"")));
  }

  /** A plain reader that is given something else than what stands there reads what it must not. */
  private void assertFoundOut(UnaryOperator<byte[]> blind) {
    assertThatThrownBy(() -> mutants(MUTANTS, leaf -> read(leaf,
        it -> leaves.plain.read(new Entry(it.position(), it.type(), blind.apply(it.leaf()))))))
        .isInstanceOf(AssertionError.class).hasMessageContaining("[both ways");
  }

  private void mutants(int number, Consumer<Entry> reader) {
    Generated.cases(number / 100, generated -> {
      Entry leaf = leaf(generated);
      Entry other = leaf(generated);
      LeafMutants mutants = new LeafMutants(generated);
      for (int i = 0; i < 100; i++) {
        reader.accept(new Entry(leaf.position(), leaf.type(), mutants.mutant(leaf.leaf(), other.leaf())));
      }
    });
  }

  private Entry leaf(Generated generated) {
    return leaves.leaf(generated, leaves.event(generated, generated.oneOf(leaves.types)));
  }

  private Result read(Entry leaf, PlainWay plainWay) {
    Optional<RecordedEvent> plain = plainWay.read(leaf);
    Optional<RecordedEvent> checked;
    try {
      checked = Optional.of(leaves.codec.decodeAny(leaf, false));
    } catch (CodecException refusal) {
      assertThat(plain).as("both ways; the checked one: %s", refusal.getMessage()).isEmpty();
      assertThatThrownBy(() -> leaves.codec.decode(leaf)).hasSameClassAs(refusal).hasMessage(refusal.getMessage());
      return Result.REFUSED;
    }
    assertThat(leaves.codec.decode(leaf)).isEqualTo(checked.get());
    if (plain.isEmpty()) {
      return Result.LEFT_AND_READ;
    }
    assertThat(plain).as("both ways").isEqualTo(checked);
    assertThat(plain.get().hashCode()).isEqualTo(checked.get().hashCode());
    return Result.READ_PLAINLY;
  }

  private static String text(byte[] leaf) {
    return new String(leaf, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @FunctionalInterface
  private interface PlainWay {
    Optional<RecordedEvent> read(Entry leaf);
  }
}
