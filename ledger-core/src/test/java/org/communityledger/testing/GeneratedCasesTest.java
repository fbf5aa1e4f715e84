package org.communityledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneratedCasesTest {
  @Test
  void the_same_cases_come_again() {
    assertThat(hundredIds()).isEqualTo(hundredIds()).doesNotHaveDuplicates();
  }

  @Test
  void a_failure_names_the_seed_that_repeats_it_and_ends_the_run() {
    List<String> seen = new ArrayList<>();

    assertThatThrownBy(() -> Generated.cases(100, generated -> {
      seen.add(generated.id());
      assertThat(seen).hasSizeLessThan(3);
    })).isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Fails with -Dledger.seed=" + (Long.getLong("ledger.seed", 20_261_123L) + 2));

    assertThat(seen).hasSize(3);
  }

  private static List<String> hundredIds() {
    List<String> ids = new ArrayList<>();
    Generated.cases(100, generated -> ids.add(generated.id() + generated.id()));
    return ids;
  }
}
