package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.live.Telling.Faults;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CostOfCorrectionsTest {
  @TempDir
  Path folder;

  /** A line for every time a row is told of something: key and event. */
  private final List<String> applied = Collections.synchronizedList(new ArrayList<>());
  private final Telling<CaseId> byCase = Telling.byCase().with(new Faults<>() {
    @Override
    public void onApply(CaseId key, Happening happening) {
      applied.add(key + " " + happening.recorded().id());
    }
  });
  private WallLedger wall;

  @BeforeEach
  void open() {
    wall = WallLedger.in(folder);
  }

  @AfterEach
  void close() {
    wall.close();
  }

  @Test
  void an_event_that_simply_comes_next_is_told_once() {
    wall.given(report(WALL));
    wall.given(report(RAILING));
    try (Live live = started()) {
      wall.given(RecordSurvey.of(WALL));
      live.awaitApplied(7, Kept.LONG);

      assertThat(applied).containsExactly("wall c6.0");
    }
  }

  @Test
  void taking_an_event_back_folds_its_rows_again_and_no_other() {
    wall.given(report(RAILING));
    wall.given(report(WALL));
    EventId surveyed = wall.given(RecordSurvey.of(WALL));
    wall.given(RecordSurvey.of(RAILING));
    wall.given(RecordSurvey.of(WALL));
    try (Live live = started()) {
      live.awaitApplied(wall.retracted(surveyed).orElseThrow(), Kept.LONG);

      assertThat(applied).containsExactly("wall c5.0", "wall c8.0");
      Kept.agreesWithReplay(live, wall.ledger().reader(), byCase);
    }
  }

  @Test
  void a_correction_folds_its_rows_again_and_no_other() {
    wall.given(report(RAILING));
    EventId reported = wall.given(report(WALL));
    wall.given(RecordSurvey.of(WALL));
    try (Live live = started()) {
      live.awaitApplied(
          wall.retracted(reported, new Replacement(report(WALL), Optional.empty())).orElseThrow(), Kept.LONG);

      assertThat(applied).contains("wall c8.1", "wall c6.0").noneMatch(it -> it.startsWith("railing"));
      assertThat(live.row(byCase, WALL).row().orElseThrow().told()).extracting(it -> it.event().value())
          .containsExactly("c8.1", "c6.0");
    }
  }

  @Test
  void a_retraction_that_names_no_tags_is_not_overlooked_then_nor_later() {
    EventId first = wall.given(report(WALL));
    EventId second = wall.given(RecordSurvey.of(WALL));
    EventId third = wall.given(RecordSurvey.of(WALL));
    try (Live live = started()) {
      written("r1", new EventRetracted(second, Optional.empty(), List.of()));
      Kept.agreesWithReplay(live, wall.ledger().reader(), byCase);
      assertThat(told(live)).containsExactly(first, third);

      written("r2", new EventRetracted(third, Optional.empty(), List.of()));
      Kept.agreesWithReplay(live, wall.ledger().reader(), byCase);
      assertThat(told(live)).containsExactly(first);
    }
  }

  @Test
  void an_event_taken_back_before_it_was_recorded_does_not_count() {
    EventId first = wall.given(report(WALL));
    EventId foretold = new EventId(new CommandId("later"), 0);
    EventId withinOne = new EventId(new CommandId("both"), 1);
    written("r1", new EventRetracted(foretold, Optional.empty(), List.of()));
    try (Live live = started()) {
      written("later", new SurveyRecorded(WALL, Optional.empty()));
      written("both", new EventRetracted(withinOne, Optional.empty(), List.of()),
          new SurveyRecorded(WALL, Optional.empty()));
      Kept.agreesWithReplay(live, wall.ledger().reader(), byCase);
      assertThat(told(live)).containsExactly(first);
    }
    EventId muchLater = new EventId(new CommandId("muchLater"), 0);
    try (Live live = started()) {
      written("r2", new EventRetracted(muchLater, Optional.empty(), List.of()));
      Kept.agreesWithReplay(live, wall.ledger().reader(), byCase);
    }
    started().close();
    try (Live live = started()) {
      written("muchLater", new SurveyRecorded(WALL, Optional.empty()));
      Kept.agreesWithReplay(live, wall.ledger().reader(), byCase);
      assertThat(told(live)).containsExactly(first);
    }
  }

  @Test
  void what_was_taken_back_early_in_another_ledger_counts_in_this_one() throws IOException {
    EventId first = wall.given(report(WALL));
    written("r1", new EventRetracted(new EventId(new CommandId("later"), 0), Optional.empty(), List.of()));
    started().close();
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(folder.resolve("wall.ledger.views"), other.resolve("wall.ledger.views"));
    wall.close();

    wall = WallLedger.in(other);
    wall.given(report(WALL));
    try (Live live = started()) {
      written("later", new SurveyRecorded(WALL, Optional.empty()));
      Kept.agreesWithReplay(live, wall.ledger().reader(), byCase);
      assertThat(told(live)).containsExactly(first, new EventId(new CommandId("later"), 0));
    }
  }

  private Live started() {
    Live live = Live.of(wall.ledger()).projections(byCase).start();
    live.awaitBuilt(Kept.LONG);
    live.awaitApplied(wall.ledger().reader().size() - 1, Kept.LONG);
    applied.clear();
    return live;
  }

  private List<EventId> told(Live live) {
    return live.row(byCase, WALL).row().orElseThrow().told().stream().map(Telling.Told::event).toList();
  }

  private void written(String command, Event... events) {
    wall.ledger().history().append(Header.of(new CommandId(command), CLERK, When.on(TODAY),
        Source.of(Source.Kind.FIRST_HAND, "test")), List.of(events));
  }
}
