package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.When;
import org.communityledger.log.Query;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.CaseTimeline.Line;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.records.RecordsCommand.Replacement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionsInViewsTest {
  @TempDir
  Path folder;

  private WallLedger ledger;

  @BeforeEach
  void open() {
    ledger = WallLedger.in(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void what_was_taken_back_is_struck_out_of_histories_and_missing_in_registers() {
    ledger.given(report(WALL));
    EventId accepted = ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    Receipt retraction = ledger.retracted(accepted).orElseThrow();

    Views views = ledger.replay().run(new CaseRegister(), new HazardFixHistory());

    CaseTimeline timeline = views.row(new HazardFixHistory(), WALL).orElseThrow();
    assertThat(timeline.recorded()).extracting(Line::isStruckOut).containsExactly(false, true);
    assertThat(timeline.recorded().get(1).retractedAt()).contains(retraction.entries().get(0).position());
    assertThat(timeline.progress().stage()).isEqualTo(Stage.REPORTED);
    CaseRow row = CaseRegister.in(views).find(WALL).orElseThrow();
    assertThat(row.stage()).isEqualTo(Stage.REPORTED);
    assertThat(row.owner()).isEmpty();
    assertThat(row.due()).isEmpty();
  }

  @Test
  void a_case_whose_report_was_taken_back_is_no_longer_registered() {
    EventId reported = ledger.given(report(WALL));
    assertThat(ledger.retracted(reported)).isPresent();

    Views views = ledger.replay().run(new CaseRegister(), new HazardFixHistory());

    assertThat(CaseRegister.in(views).all()).isEmpty();
    assertThat(views.row(new HazardFixHistory(), WALL).orElseThrow().report()).isEmpty();
  }

  @Test
  void a_correction_stands_in_the_place_of_what_it_corrects() {
    EventId reported = ledger.given(report(WALL));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    ledger.given(new AssignCase(WALL, GUODONG, "repair", Optional.empty()));
    ReportCase graver = ReportCase.of(WALL, CaseKind.HAZARD, "leaning-wall", WallLedger.ESTATE, Severity.HIGH,
        Channel.RESIDENT);
    EventId graverReport = corrected(reported, graver);
    ReportCase gravest = ReportCase.of(WALL, CaseKind.HAZARD, "collapsing-wall", WallLedger.ESTATE, Severity.HIGH,
        Channel.RESIDENT);
    EventId gravestReport = corrected(graverReport, gravest);

    Views views = ledger.replay().run(new CaseRegister(), new HazardFixHistory());

    CaseTimeline timeline = views.row(new HazardFixHistory(), WALL).orElseThrow();
    assertThat(timeline.recorded()).extracting(Line::stage).containsExactly(Stage.REPORTED, Stage.REPORTED,
        Stage.REPORTED, Stage.ACCEPTED, Stage.ASSIGNED);
    assertThat(timeline.recorded()).extracting(Line::isStruckOut).containsExactly(true, true, false, false, false);
    assertThat(timeline.recorded().subList(0, 3)).extracting(Line::eventId).containsExactly(reported, graverReport,
        gravestReport);
    CaseRow row = CaseRegister.in(views).find(WALL).orElseThrow();
    assertThat(row.category()).isEqualTo("collapsing-wall");
    assertThat(row.stage()).isEqualTo(Stage.ASSIGNED);
    assertThat(row.doer()).contains(GUODONG);
  }

  @Test
  void a_correction_that_moves_a_fact_to_another_case_comes_there_when_it_was_recorded() {
    ledger.given(report(RAILING));
    ledger.given(report(WALL));
    EventId accepted = ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    EventId surveyed = ledger.given(RecordSurvey.of(RAILING));
    EventId moved = corrected(accepted, new AcceptCase(RAILING, GUODONG, Optional.of(POLICY)));

    Views views = ledger.replay().run(new CaseRegister(), new HazardFixHistory());

    assertThat(CaseRegister.in(views).find(WALL).orElseThrow().stage()).isEqualTo(Stage.REPORTED);
    assertThat(CaseRegister.in(views).find(RAILING).orElseThrow().stage()).isEqualTo(Stage.ACCEPTED);
    assertThat(views.row(new HazardFixHistory(), RAILING).orElseThrow().recorded()).extracting(Line::eventId)
        .endsWith(surveyed, moved);
  }

  @Test
  void a_replacement_keeps_the_date_of_what_it_replaces_unless_another_is_given() {
    ledger.given(report(WALL), When.on(TODAY.minusDays(3)));
    EventId surveyed = ledger.given(RecordSurvey.of(WALL), When.on(TODAY.minusDays(2)));
    Replacement dayLater = new Replacement(RecordSurvey.of(WALL), Optional.of(When.on(TODAY.minusDays(1))));
    assertThat(ledger.retracted(surveyed, dayLater)).isPresent();

    CaseTimeline timeline = ledger.replay().row(new HazardFixHistory(), WALL).orElseThrow();

    assertThat(timeline.asHappened()).extracting(Line::occurred).containsExactly(When.on(TODAY.minusDays(3)),
        When.on(TODAY.minusDays(2)), When.on(TODAY.minusDays(1)));
  }

  @Test
  void corrections_the_indexes_do_not_show_are_found_on_the_way() {
    EventId reported = ledger.given(report(WALL));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    corrected(reported, ReportCase.of(WALL, CaseKind.NEED, "railing", WallLedger.ESTATE, Severity.LOW, Channel.VISIT));
    AlteredLog blind = new AlteredLog(ledger.ledger().reader().log(),
        (query, read) -> query.equals(Query.all()) ? read : List.of());

    Views views = Replay.of(blind, ledger.ledger().reader().codec()).run(new CaseRegister(), new HazardFixHistory());

    Views sound = ledger.replay().run(new CaseRegister(), new HazardFixHistory());
    assertThat(views.rows(new CaseRegister())).isEqualTo(sound.rows(new CaseRegister()));
    assertThat(views.rows(new HazardFixHistory())).isEqualTo(sound.rows(new HazardFixHistory()));
    assertThat(CaseRegister.in(views).byKind()).containsOnlyKeys(CaseKind.NEED);
  }

  @Test
  void one_case_costs_only_its_own_events_and_gives_the_row_of_the_full_replay() {
    ledger.given(report(RAILING));
    EventId reported = ledger.given(report(WALL));
    EventId accepted = ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    ledger.given(new AssignCase(WALL, GUODONG, "repair", Optional.empty()), When.unknown());
    corrected(reported, report(WALL));
    long[] read = {0};
    AlteredLog counting = new AlteredLog(ledger.ledger().reader().log(), (query, entries) -> {
      read[0] += entries.size();
      return entries;
    });

    Optional<CaseTimeline> one = Replay.of(counting, ledger.ledger().reader().codec()).row(new HazardFixHistory(),
        WALL);

    assertThat(one).isEqualTo(ledger.replay().run(new HazardFixHistory()).row(new HazardFixHistory(), WALL));
    assertThat(one.orElseThrow().recorded()).extracting(Line::eventId).contains(accepted).hasSize(4);
    assertThat(read[0]).as("the founding event, four of the case, one retraction").isEqualTo(6);
  }

  @Test
  void a_case_nobody_reported_has_no_row() {
    ledger.given(report(RAILING));

    assertThat(ledger.replay().row(new HazardFixHistory(), WALL)).isEmpty();
  }

  private EventId corrected(EventId wrong, CaseCommand right) {
    return ledger.retracted(wrong, new Replacement(right, Optional.empty())).orElseThrow().entries().get(1).eventId();
  }
}
