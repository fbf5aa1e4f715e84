package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.aid.AidCommand.RecordFinding;
import org.communityledger.kernel.SealedValues;
import org.communityledger.log.Query;
import org.communityledger.membership.MembershipCommand.Apply;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger with personal values has the same events as the one without, and as many values as it is said to have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoriesWithPersonalValuesTest {
  private static final int STEPS = 100_000;
  private static final int RESIDENTS = 20_000;

  @TempDir
  Path folder;

  @Test
  void thirty_per_cent_of_the_events_carry_some() {
    long carrying = steps(DistrictHistory.withPersonalValues(4, RESIDENTS)).stream()
        .filter(HistoriesWithPersonalValuesTest::carries).count();

    assertThat(carrying).isBetween(STEPS * 29L / 100, STEPS * 31L / 100);
  }

  @Test
  void without_them_only_those_events_carry_any_that_cannot_be_without() {
    List<Step> carrying = steps(new DistrictHistory(4, RESIDENTS)).stream()
        .filter(HistoriesWithPersonalValuesTest::carries).toList();

    assertThat(carrying).hasSizeLessThan(STEPS / 100)
        .allMatch(it -> it.asked().command() instanceof RecordFinding || it.asked().command() instanceof Apply
            || it.header().irregular().isPresent());
  }

  @Test
  void are_of_the_same_events_at_the_same_times() {
    List<Step> told = steps(DistrictHistory.withPersonalValues(4, RESIDENTS));
    List<Step> plain = steps(new DistrictHistory(4, RESIDENTS));

    assertThat(told.stream().map(it -> it.header().command()).toList()).isEqualTo(
        plain.stream().map(it -> it.header().command()).toList());
    assertThat(told.stream().map(HistoriesWithPersonalValuesTest::typesOf).toList()).isEqualTo(
        plain.stream().map(HistoriesWithPersonalValuesTest::typesOf).toList());
  }

  private static List<Step> steps(DistrictHistory history) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      steps.add(history.next());
    }
    return steps;
  }

  private static boolean carries(Step step) {
    return step.header().reason().isPresent() || step.events().stream().anyMatch(it -> !SealedValues.in(it).isEmpty());
  }

  private static List<Class<?>> typesOf(Step step) {
    return step.events().stream().<Class<?>>map(Object::getClass).toList();
  }

  @Test
  void are_filled_with_their_store_and_keys_beside_them() throws Exception {
    Options options = Options.parse(List.of("sealed-replay", "--seed", "4")).in(folder);
    Prepared prepared = new Prepared(options, 3_000);

    prepared.fillSealed();

    assertThat(folder).isDirectoryContaining(it -> it.getFileName().toString().equals("community-4-3000-sealed.ledger"))
        .isDirectoryContaining(it -> it.getFileName().toString().equals("community-4-3000-sealed.ledger.personal"))
        .isDirectoryContaining(it -> it.getFileName().toString().equals("community-4-3000-sealed.ledger.keys"));
    try (LedgerReader reader = Ledger.openReadOnly(prepared.sealed())) {
      assertThat(reader.verify().isIntact()).isTrue();
      assertThat(carrying(reader)).isBetween(500L, 1_200L);
    }
  }

  private static long carrying(LedgerReader reader) {
    return reader.log().read(Query.all(), 0, reader.size(), 10_000).stream().map(reader.codec()::decode)
        .filter(it -> it.header().reason().isPresent() || !SealedValues.in(it.event()).isEmpty()).count();
  }
}
