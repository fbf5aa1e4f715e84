package org.communityledger.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.log.Lines.append;
import static org.communityledger.log.Lines.line;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.communityledger.log.Entry;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashTest {
  private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());
  private static final int ROUNDS = 5;

  @TempDir
  Path folder;

  @Test
  void a_killed_process_loses_nothing_it_acknowledged() throws Exception {
    System.out.println("CrashTest draws with -Dledger.seed=" + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    LedgerFile file = new LedgerFile(folder.resolve("crash.ledger"));
    Set<Long> acknowledged = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (OtherProcess other = OtherProcess.start("append", file.path())) {
        assertThat(other.next()).isEqualTo("open");
        int last = random.nextInt(1, 200);
        for (int i = 0; i < last; i++) {
          acknowledged.add(position(other.next()));
        }
        long until = System.nanoTime() + random.nextLong(3_000_000);
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        other.kill().stream().filter(it -> it.endsWith(".")).forEach(it -> acknowledged.add(position(it)));
      }

      assertThat(file.verified().findings()).isEmpty();
      try (SqliteLog log = file.open()) {
        List<Entry> entries = log.read(Query.all(), 0, Long.MAX_VALUE, Integer.MAX_VALUE);
        List<Long> dense = new ArrayList<>();
        for (long i = 0; i < log.size(); i++) {
          dense.add(i);
        }
        assertThat(entries.stream().map(Entry::position)).containsExactlyElementsOf(dense);
        assertThat(log.decisions(0, Integer.MAX_VALUE).stream().map(RecordedDecision::first)).containsAll(acknowledged);
        assertThat(log.append(append("after round " + round, line("A"), line("A"))).join().first())
            .isEqualTo(dense.size());
      }
      assertThat(file.verified().findings()).isEmpty();
    }
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
  }

  private static long position(String line) {
    assertThat(line).startsWith("#").endsWith(".");
    return Long.parseLong(line.substring(1, line.length() - 1));
  }
}
