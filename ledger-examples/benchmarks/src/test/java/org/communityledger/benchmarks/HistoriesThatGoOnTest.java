package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoriesThatGoOnTest {
  @TempDir
  Path folder;

  @Test
  void a_history_goes_on_in_a_ledger_filled_by_another_program_as_if_it_had_filled_it_itself() throws Exception {
    DistrictHistory whole = new DistrictHistory(4, 1_000);
    DistrictHistory first = new DistrictHistory(4, 1_000);
    DistrictHistory later = new DistrictHistory(4, 1_000);

    List<String> expected = filled("whole.ledger", whole, 1_600);
    List<String> half = filled("parts.ledger", first, 800);
    later.skip(half.size() - 1);

    assertThat(filled("parts.ledger", later, 1_600)).isEqualTo(expected);
  }

  private List<String> filled(String file, DistrictHistory history, int size) throws InterruptedException {
    try (Ledger ledger = history.open(folder.resolve(file))) {
      Filling.fill(ledger, history, size, 1);
      return Leaves.of(ledger.reader()).stream().map(Leaves::comparable).toList();
    }
  }

  @Test
  void the_ledger_that_stopped_half_way_begins_as_the_whole_one_does() throws Exception {
    Options options = Options.parse(List.of("asof", "--size", "1600")).in(folder);
    Prepared prepared = new Prepared(options, 1_600);

    prepared.fill();

    try (LedgerReader half = Ledger.openReadOnly(prepared.half());
        LedgerReader whole = Ledger.openReadOnly(prepared.ledger())) {
      assertThat(half.size()).isEqualTo(800);
      assertThat(whole.size()).isEqualTo(1_600);
      assertThat(half.event(799)).isEqualTo(whole.event(799));
    }
    assertThat(folder).isDirectoryNotContaining(it -> it.getFileName().toString().startsWith("ledger-benchmark-"));
  }
}
