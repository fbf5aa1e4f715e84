package org.communityledger.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.communityledger.Ledger;
import org.communityledger.benchmarks.LagProbe.Sample;
import org.communityledger.projection.live.Live;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LagsOfViewsTest {
  private static final long MILLIS = 1_000_000;

  @TempDir
  Path folder;

  @Test
  void a_probe_follows_what_is_recorded_until_the_views_have_all_of_it() throws Exception {
    DistrictHistory history = new DistrictHistory(6, 1_000);
    try (Ledger ledger = history.open(folder.resolve("followed.ledger"));
        Live live = Live.of(ledger).projections(Shipped.ALL).start()) {
      live.awaitApplied(0, Duration.ofMinutes(1));
      LagProbe probe = LagProbe.start(ledger, live);
      Filling.fill(ledger, history, 1_000, 100);

      List<Sample> samples = probe.stop();

      assertThat(samples.getLast().position()).isEqualTo(ledger.reader().size() - 1);
      assertThat(samples).extracting(Sample::position).isSorted();
      assertThat(samples).extracting(Sample::lag).allMatch(it -> it >= 0).anyMatch(it -> it > 0);
      assertThat(live.progress()).allMatch(it -> it.lag() == 0);
    }
  }

  @Test
  void a_lag_that_stays_below_a_second_and_does_not_grow_is_met() {
    assertThat(printed(second -> 40 + second % 3)).containsSubsequence(
        "  second         entries/s   median lag ms  longest lag ms",
        "  6                  1,000           41.00           42.00",
        "  60                 1,000           41.00           42.00",
        "  recorded: 1,000 entries/s",
        "  lag: median 41.00 ms, 99 of 100 within 42.00 ms, longest 42.00 ms; target for the longest ≤ 1,000 ms: met",
        "  median of the first third 41.00 ms, of the last 41.00 ms; target for the growth ≤ 100 ms: met");
  }

  @Test
  void a_lag_that_is_long_once_is_missed() {
    assertThat(printed(second -> second == 17 ? 1_001 : 5)).containsSubsequence(
        "  lag: median 5.00 ms, 99 of 100 within 1001.00 ms, longest 1001.00 ms; target for the longest ≤ 1,000 ms: MISSED",
        "  median of the first third 5.00 ms, of the last 5.00 ms; target for the growth ≤ 100 ms: met");
  }

  @Test
  void a_lag_that_grows_is_missed_however_short_it_is() {
    assertThat(printed(second -> 3 * second)).containsSubsequence(
        "  lag: median 90.00 ms, 99 of 100 within 180.00 ms, longest 180.00 ms; target for the longest ≤ 1,000 ms: met",
        "  median of the first third 30.00 ms, of the last 150.00 ms; target for the growth ≤ 100 ms: MISSED");
  }

  /** Of a minute in which 1,000 entries come each second. */
  private static String printed(LongUnaryOperator lagMillisAtSecond) {
    List<Sample> samples = LongStream.rangeClosed(0, 60)
        .mapToObj(it -> new Sample(it * 1_000 * MILLIS, it * 1_000, lagMillisAtSecond.applyAsLong(it) * MILLIS))
        .toList();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new LagTable(samples).print(new PrintStream(text, true, UTF_8));
    return text.toString(UTF_8);
  }
}
