package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseEvent;
import org.communityledger.codec.RowCodec;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.HazardFixHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptEventsTest {
  @TempDir
  Path folder;

  private WallLedger wall;

  @BeforeEach
  void open() {
    wall = WallLedger.in(folder);
    wall.given(report(WALL));
    wall.given(new AcceptCase(WALL, OFFICE, Optional.empty()));
    EventId surveyed = wall.given(RecordSurvey.of(WALL));
    assertThat(wall.retracted(surveyed)).isPresent();
    wall.given(RecordSurvey.of(WALL));
  }

  @AfterEach
  void close() {
    wall.close();
  }

  @Test
  void a_replay_gives_events_to_keep_that_hold_on_to_no_decoded_event() {
    Keeper keeper = new Keeper();
    wall.replay().run(keeper);

    assertThat(keeper.told).hasSize(4).allSatisfy(it -> {
      assertThat(it.kept()).isInstanceOf(KeptEvent.Leaf.class);
      assertThat(it.kept().recorded()).isEqualTo(it.recorded()).isNotSameAs(it.recorded());
    });
  }

  @Test
  void a_row_folded_by_itself_keeps_the_events_as_they_are() {
    Keeper keeper = new Keeper();
    wall.replay().row(keeper, WALL);

    assertThat(keeper.told).hasSize(4).allSatisfy(it -> assertThat(it.kept().recorded()).isSameAs(it.recorded()));
  }

  @Test
  void a_timeline_of_leaves_equals_one_of_events_and_the_one_read_from_its_json() {
    HazardFixHistory history = new HazardFixHistory();
    CaseTimeline ofLeaves = wall.replay().run(history).row(history, WALL).orElseThrow();
    CaseTimeline ofEvents = wall.replay().row(history, WALL).orElseThrow();
    RowCodec codec = wall.ledger().reader().codec().rows();

    assertThat(ofLeaves.recorded()).hasSize(4);
    assertThat(ofLeaves).isEqualTo(ofEvents).hasSameHashCodeAs(ofEvents);
    assertThat(ofLeaves.recorded()).isEqualTo(List.copyOf(ofEvents.recorded()));
    assertThat(codec.read(CaseTimeline.class, codec.write(CaseTimeline.class, ofLeaves))).isEqualTo(ofLeaves);
    assertThat(codec.write(CaseTimeline.class, ofLeaves)).isEqualTo(codec.write(CaseTimeline.class, ofEvents));
  }

  @Test
  void timelines_that_part_ways_do_not_see_each_others_events() {
    HazardFixHistory history = new HazardFixHistory();
    List<Happening> told = told();
    Optional<CaseTimeline> common = history.apply(WALL, Optional.empty(), told.get(0));
    Optional<CaseTimeline> accepted = history.apply(WALL, common, told.get(1));
    Optional<CaseTimeline> surveyed = history.apply(WALL, common, told.get(3));

    assertThat(events(common)).containsExactly(told.get(0).event());
    assertThat(events(accepted)).containsExactly(told.get(0).event(), told.get(1).event());
    assertThat(events(surveyed)).containsExactly(told.get(0).event(), told.get(3).event());
  }

  private List<Happening> told() {
    Keeper keeper = new Keeper();
    wall.replay().run(keeper);
    return keeper.told;
  }

  private static List<Event> events(Optional<CaseTimeline> timeline) {
    return timeline.orElseThrow().recorded().stream().map(it -> it.recorded().event()).toList();
  }

  /** Notes all it is told. For one replay. */
  private static final class Keeper implements Projection<CaseId, String> {
    private final List<Happening> told = new ArrayList<>();

    @Override
    public String name() {
      return "test.Keeper";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<CaseId> keyType() {
      return CaseId.class;
    }

    @Override
    public Class<String> rowType() {
      return String.class;
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return Set.of(CaseEvent.class);
    }

    @Override
    public Set<CaseId> keys(RecordedEvent recorded) {
      return Set.of(((CaseEvent) recorded.event()).caseId());
    }

    @Override
    public Optional<String> apply(CaseId key, Optional<String> row, Happening happening) {
      told.add(happening);
      return Optional.of("kept");
    }

    @Override
    public boolean showsStruckOut() {
      return true;
    }
  }
}
