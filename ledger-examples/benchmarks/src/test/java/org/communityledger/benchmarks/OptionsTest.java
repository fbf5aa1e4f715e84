package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OptionsTest {
  @Test
  void warm_ups_bring_a_side_to_100_000_commands() {
    Options options = Options.parse(List.of("record"));

    assertThat(options.warmups(20_000)).isEqualTo(5);
    assertThat(options.warmups(4_000)).isEqualTo(25);
    assertThat(options.warmups(3_840)).isEqualTo(27);
  }

  @Test
  void there_are_two_warm_ups_however_large_a_sample_is() {
    assertThat(Options.parse(List.of("replay")).warmups(200_000)).isEqualTo(2);
  }

  @Test
  void the_number_of_warm_ups_can_be_told() {
    assertThat(Options.parse(List.of("record", "--warmups", "0")).warmups(20_000)).isZero();
  }

  @Test
  void a_side_gets_the_options_in_the_words_they_were_given_in() {
    Options options = new Options("record", 7, OptionalInt.of(3), OptionalInt.of(50_000), OptionalInt.empty(),
        OptionalInt.of(2_000), OptionalInt.of(90), 1,
        Path.of("/tmp/a folder"), Optional.of(Path.of("/tmp/kept"))).with(256);

    assertThat(options.words()).containsExactly("record", "--pairs", "7", "--warmups", "3", "--size", "50000",
        "--residents", "2000", "--callers", "256", "--seconds", "90", "--seed", "1", "--folder", "/tmp/a folder",
        "--prepared",
        "/tmp/kept");
    assertThat(Options.parse(options.words())).isEqualTo(options);
  }

  @Test
  void what_was_not_said_is_left_to_the_benchmark() {
    Options options = Options.parse(List.of("growth"));

    assertThat(options).isEqualTo(new Options("growth", 5, OptionalInt.empty(), OptionalInt.empty(),
        OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), 20_260,
        Path.of(System.getProperty("java.io.tmpdir")),
        Optional.empty()));
    assertThat(Options.parse(options.words())).isEqualTo(options);
  }

  @Test
  void residents_and_years_say_how_many_entries_there_are() {
    Options district = Options.parse(List.of("replay", "--residents", "500_000"));
    Options quarter = Options.parse(List.of("replay", "--residents", "500_000", "--years", "1"));

    assertThat(district.size()).hasValue(8_000_000);
    assertThat(quarter.size()).hasValue(1_600_000);
  }

  @Test
  void years_are_those_of_residents() {
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("replay", "--years", "2")))
        .withMessage("--years goes with --residents, and without --size");
  }

  @Test
  void an_unknown_option_is_named() {
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("record", "--speed", "9")))
        .withMessage("no such option, or no value after it: --speed");
  }

  @Test
  void a_word_where_a_number_belongs_is_named() {
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("record", "--pairs", "many")))
        .withMessage("--pairs wants a number, not many");
  }

  @Test
  void an_unknown_benchmark_is_named() {
    assertThatIllegalArgumentException().isThrownBy(() -> Benchmark.of(Options.parse(List.of("race"))))
        .withMessage("There is no benchmark race");
  }
}
