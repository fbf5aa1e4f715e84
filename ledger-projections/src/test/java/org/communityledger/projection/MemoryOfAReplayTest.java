package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.TODAY;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryOfAReplayTest {
  @TempDir
  Path folder;

  @Test
  void a_history_larger_than_the_memory_is_replayed_as_long_as_its_rows_fit() throws Exception {
    try (WallLedger wall = WallLedger.in(folder)) {
      for (int batch = 0; batch < 50; batch++) {
        Header header = Header.of(new CommandId("b" + batch), CLERK, When.on(TODAY),
            Source.of(Source.Kind.IMPORT, "test"));
        wall.ledger().history().append(header,
            IntStream.range(batch * 2_000, (batch + 1) * 2_000).mapToObj(MemoryOfAReplayTest::report).toList());
      }
    }

    assertThat(SmallMachine.replay(folder.resolve("wall.ledger"), false)).isEqualTo("100005");
    assertThat(SmallMachine.replay(folder.resolve("wall.ledger"), true)).as("who keeps them all")
        .isEqualTo("no memory left");
  }

  private static CaseReported report(int number) {
    return new CaseReported(new CaseId("case-" + number), CaseKind.NEED, "gear", ESTATE, Optional.empty(), Severity.LOW,
        Optional.empty(),
        Optional.empty(), Channel.VISIT, Optional.empty(), Optional.empty());
  }
}
