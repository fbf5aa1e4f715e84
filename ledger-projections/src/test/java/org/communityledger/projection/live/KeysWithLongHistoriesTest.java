package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.live.Telling.Faults;
import org.communityledger.projection.live.Telling.Row;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysWithLongHistoriesTest {
  @TempDir
  Path folder;

  @Test
  void a_key_with_more_events_than_the_memory_holds_is_built_and_folded_again() throws Exception {
    try (WallLedger wall = WallLedger.in(folder)) {
      for (int batch = 0; batch < 50; batch++) {
        survey(wall, "b" + batch, 2_000);
      }
    }

    assertThat(SmallFollower.follow(folder.resolve("wall.ledger"), new EventId(new CommandId("b0"), 7)))
        .isEqualTo("100000 100005 99999 100005 ");
  }

  @Test
  void a_row_that_cannot_be_stored_is_gone_through_only_from_where_it_was_stored() {
    List<Integer> looked = Collections.synchronizedList(new ArrayList<>());
    Telling<CaseId> tooLong = Telling.byCase().with(new Faults<>() {
      @Override
      public void onFigures(CaseId key, Row row) {
        looked.add(row.told().size());
        if (row.told().size() > 1_002) {
          throw new IllegalStateException("too long");
        }
      }
    });
    try (WallLedger wall = WallLedger.in(folder);
        Live live = Live.of(wall.ledger()).projections(tooLong).start()) {
      live.awaitBuilt(Kept.LONG);
      survey(wall, "b", 1_000);
      live.awaitApplied(1_004, Kept.LONG);
      looked.clear();
      survey(wall, "c", 4);

      live.awaitApplied(tooLong, 1_006, Kept.LONG);
      assertThat(live.progress().getFirst().parked())
          .containsExactly(new ParkedKey("\"wall\"", 1_007, "cases.SurveyRecorded", "too long", 1));
      assertThat(live.row(tooLong, WALL).row().orElseThrow().told()).hasSize(1_002);
      assertThat(looked).allMatch(it -> it >= 1_000);
    }
  }

  private static void survey(WallLedger wall, String command, int times) {
    wall.ledger().history().append(Header.of(new CommandId(command), CLERK, When.on(TODAY),
        Source.of(Source.Kind.FIRST_HAND, "test")),
        Collections.nCopies(times, new SurveyRecorded(WALL, Optional.empty())));
  }

  @Test
  void positions_are_kept_in_little_room_and_in_their_order() {
    Positions positions = new Positions();
    for (long position = 0; position < 100_000; position++) {
      positions.add(position * 3);
    }
    for (long odd : new long[]{5, 5, 1L << 40, 0}) {
      positions.add(odd);
    }

    PrimitiveIterator.OfLong read = positions.iterator();
    for (long position = 0; position < 100_000; position++) {
      assertThat(read.nextLong()).isEqualTo(position * 3);
    }
    assertThat(List.of(read.nextLong(), read.nextLong(), read.nextLong(), read.nextLong()))
        .containsExactly(5L, 5L, 1L << 40, 0L);
    assertThat(read.hasNext()).isFalse();
    assertThat(positions.length()).isLessThan(100_050);
  }
}
