package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline.Line;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.records.RecordsCommand.Replacement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TODAY, on which all is recorded, is 5 August 2024. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewsAsHappenedTest {
  private static final Figure EXACTLY_1 = Figure.of(Tally.exact(1, Unit.ITEM));
  private static final Figure PERHAPS_1 = Figure.of(Tally.between(0, 1, Unit.ITEM));

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
  void a_row_holds_what_had_happened_by_the_end_of_the_day() {
    ledger.given(report(WALL), When.on(august(1)));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.on(august(3)));

    assertThat(row(july31())).isEmpty();
    assertThat(row(august(1))).map(CaseRow::stage).contains(Stage.REPORTED);
    assertThat(row(august(2))).map(CaseRow::stage).contains(Stage.REPORTED);
    assertThat(row(august(3))).map(CaseRow::stage).contains(Stage.ACCEPTED);
    assertThat(open(july31())).isEmpty();
    assertThat(open(august(1))).contains(EXACTLY_1);
  }

  @Test
  void what_was_recorded_late_counts_from_the_day_on_which_it_happened() {
    ledger.given(report(WALL), When.on(august(1)));
    ledger.timeIs(Instant.parse("2024-09-20T02:00:00Z"));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.on(august(2)));

    assertThat(row(august(1))).map(CaseRow::stage).contains(Stage.REPORTED);
    assertThat(row(august(2))).map(CaseRow::stage).contains(Stage.ACCEPTED);
    assertThat(asOf(AsOf.asHappened(august(2))).row(new HazardFixHistory(), WALL).orElseThrow().recorded())
        .extracting(it -> it.lateness().orElseThrow().least()).containsExactly(4L, 49L);
  }

  @Test
  void what_was_over_by_an_unknown_day_may_have_happened_any_day_before_it_was_recorded() {
    ledger.given(report(WALL), When.unknown());

    assertThat(row(august(4))).isEmpty();
    assertThat(open(august(4))).contains(PERHAPS_1);
    assertThat(open(LocalDate.of(1999, 1, 1))).contains(PERHAPS_1);
    assertThat(row(TODAY)).isPresent();
    assertThat(open(TODAY)).contains(EXACTLY_1);
  }

  @Test
  void what_happened_not_after_a_day_had_surely_happened_by_it() {
    ledger.given(report(WALL), When.notAfter(august(3)));

    assertThat(row(august(2))).isEmpty();
    assertThat(open(august(2))).contains(PERHAPS_1);
    assertThat(row(august(3))).isPresent();
    assertThat(open(august(3))).contains(EXACTLY_1);
  }

  @Test
  void what_happened_within_some_days_may_have_happened_on_each_of_them() {
    ledger.given(report(WALL), When.during(august(2), august(4)));

    assertThat(open(august(1))).isEmpty();
    assertThat(open(august(2))).contains(PERHAPS_1);
    assertThat(open(august(3))).contains(PERHAPS_1);
    assertThat(open(august(4))).contains(EXACTLY_1);
  }

  @Test
  void what_happened_not_before_a_day_had_not_happened_the_day_before() {
    ledger.given(report(WALL), new When(Optional.of(august(3)), Optional.empty(), Optional.empty(), Optional.empty(),
        Set.of()));

    assertThat(open(august(2))).isEmpty();
    assertThat(open(august(4))).contains(PERHAPS_1);
    assertThat(open(TODAY)).contains(EXACTLY_1);
  }

  @Test
  void days_are_those_of_the_ledger() {
    ledger.given(report(WALL), When.at(Instant.parse("2024-08-03T17:00:00Z"))); // 01:00 of the fourth in Shanghai

    assertThat(row(august(3))).isEmpty();
    assertThat(open(august(3))).isEmpty();
    assertThat(row(august(4))).isPresent();
  }

  @Test
  void a_case_at_one_stage_or_the_next_is_perhaps_one_at_each_and_surely_one_in_all() {
    ledger.given(report(WALL), When.on(august(1)));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.notAfter(august(4)));
    ledger.given(new AssignCase(WALL, GUODONG, "repair", Optional.empty()), When.unknown());

    View<CaseId, CaseRow> view = register(AsOf.asHappened(august(3)));

    assertThat(view.figures(FigurePattern.parse("cases.stage"))).isEqualTo(Map.of(
        FigureKey.parse("cases.stage{kind=HAZARD,stage=REPORTED}"), PERHAPS_1,
        FigureKey.parse("cases.stage{kind=HAZARD,stage=ACCEPTED}"), PERHAPS_1,
        FigureKey.parse("cases.stage{kind=HAZARD,stage=ASSIGNED}"), PERHAPS_1));
    assertThat(view.sum(FigurePattern.parse("cases.stage{stage=*}"))).contains(EXACTLY_1);
    assertThat(view.figure(FigureKey.parse("cases.open{kind=HAZARD,place=yunqiyuan}"))).contains(EXACTLY_1);
    assertThat(view.row(WALL)).map(CaseRow::stage).contains(Stage.REPORTED);
  }

  @Test
  void what_is_sure_after_what_is_not_counts_whether_that_had_happened_or_not() {
    ledger.given(report(WALL), When.unknown());
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.on(august(2)));
    ledger.given(report(RAILING), When.on(august(1)));

    View<CaseId, CaseRow> view = register(AsOf.asHappened(august(3)));

    assertThat(view.rows()).containsOnlyKeys(RAILING);
    assertThat(view.figures(FigurePattern.parse("cases.*"))).isEqualTo(Map.of(
        FigureKey.parse("cases.open{kind=HAZARD,place=yunqiyuan}"), Figure.of(Tally.between(1, 2, Unit.ITEM)),
        FigureKey.parse("cases.stage{kind=HAZARD,stage=ACCEPTED}"), PERHAPS_1,
        FigureKey.parse("cases.stage{kind=HAZARD,stage=REPORTED}"), EXACTLY_1));
  }

  @Test
  void what_was_taken_back_counts_on_no_day_and_before_that_was_known_on_all() {
    ledger.given(report(WALL), When.on(august(1)));
    EventId accepted = ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.on(august(2)));
    long before = ledger.ledger().reader().size() - 1;
    assertThat(ledger.retracted(accepted)).isPresent(); // happened today, long after the day asked for

    assertThat(row(august(3))).map(CaseRow::stage).contains(Stage.REPORTED);
    assertThat(register(AsOf.asKnown(before).andHappened(august(3))).row(WALL)).map(CaseRow::stage)
        .contains(Stage.ACCEPTED);
    assertThat(register(AsOf.asKnown(before).andHappened(august(1))).row(WALL)).map(CaseRow::stage)
        .contains(Stage.REPORTED);
  }

  @Test
  void what_was_taken_back_leaves_no_doubt() {
    ledger.given(report(WALL), When.on(august(1)));
    EventId accepted = ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.unknown());
    assertThat(ledger.retracted(accepted)).isPresent();

    assertThat(register(AsOf.asHappened(august(2))).figures(FigurePattern.parse("cases.stage"))).isEqualTo(
        Map.of(FigureKey.parse("cases.stage{kind=HAZARD,stage=REPORTED}"), EXACTLY_1));
  }

  @Test
  void a_correction_counts_from_its_own_day_on() {
    EventId reported = ledger.given(report(WALL), When.on(august(1)));
    long before = ledger.ledger().reader().size() - 1;
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.on(august(4)));
    corrected(reported, When.on(august(3)));

    assertThat(row(august(2))).isEmpty();
    assertThat(open(august(2))).isEmpty();
    assertThat(row(august(3))).map(CaseRow::stage).contains(Stage.REPORTED);
    assertThat(row(august(4))).map(CaseRow::stage).contains(Stage.ACCEPTED);
    assertThat(register(AsOf.asKnown(before).andHappened(august(2))).row(WALL)).isPresent();
  }

  @Test
  void a_correction_of_an_inexact_day_widens_the_figure() {
    EventId reported = ledger.given(report(WALL), When.on(august(1)));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.on(august(2)));
    corrected(reported, When.notAfter(august(3)));

    View<CaseId, CaseRow> view = register(AsOf.asHappened(august(2)));

    assertThat(view.rows()).isEmpty();
    assertThat(view.figures(FigurePattern.parse("cases.stage"))).isEqualTo(Map.of(
        FigureKey.parse("cases.stage{kind=HAZARD,stage=ACCEPTED}"), PERHAPS_1));
  }

  @Test
  void a_history_shows_what_had_surely_happened_and_strikes_out_what_was_taken_back_of_it() {
    ledger.given(report(WALL), When.on(august(1)));
    EventId wrong = ledger.given(RecordSurvey.of(WALL), When.on(august(2)));
    EventId vague = ledger.given(RecordSurvey.of(WALL), When.unknown());
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.on(august(3)));
    assertThat(ledger.retracted(wrong)).isPresent();
    assertThat(ledger.retracted(vague)).isPresent();

    assertThat(asOf(AsOf.asHappened(august(2))).row(new HazardFixHistory(), WALL).orElseThrow().recorded())
        .extracting(Line::isStruckOut).containsExactly(false, true);
  }

  @Test
  void a_rate_is_as_wide_as_its_part_and_its_whole() {
    ledger.given(report(WALL), When.on(august(1)));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), When.unknown());
    ledger.given(report(RAILING), When.unknown());
    ledger.given(new AcceptCase(RAILING, OFFICE, Optional.of(POLICY)), When.unknown());

    View<CaseId, Accepted> view = asOf(AsOf.asHappened(august(2))).view(new AcceptedCases());

    assertThat(view.figure(FigureKey.of("test.accepted"))).contains(Figure.of(
        new Ratio(Tally.between(0, 2, Unit.ITEM), Tally.between(1, 2, Unit.ITEM), "cases reported")));
  }

  @Test
  void one_row_as_of_both_axes_is_that_of_the_whole_view() {
    new RandomCases(ledger, new SplittableRandom(7)).live(80, () -> {});
    long size = ledger.ledger().reader().size();

    for (long position : List.of(20L, size / 2, size - 1)) {
      for (int day = -9; day <= 1; day++) {
        Replay replay = ledger.replay().asOf(AsOf.asKnown(position).andHappened(TODAY.plusDays(day)));
        Views views = replay.run(new CaseRegister(), new HazardFixHistory());
        for (CaseId id : RandomCases.CASES) {
          assertThat(replay.row(new CaseRegister(), id)).isEqualTo(views.row(new CaseRegister(), id));
          assertThat(replay.row(new HazardFixHistory(), id)).isEqualTo(views.row(new HazardFixHistory(), id));
        }
      }
    }
  }

  @Test
  void so_many_undated_events_of_one_row_that_nothing_can_be_said_of_its_figures_leave_the_rows_readable() {
    ledger.given(report(WALL), When.on(august(1)));
    Header undated = Header.of(new CommandId("many"), CLERK, When.unknown(), Source.of(Source.Kind.IMPORT, "test"));
    ledger.ledger().history().append(undated, surveys(Worlds.MOST));

    assertThat(register(AsOf.asHappened(august(2))).sum(FigurePattern.parse("cases.stage"))).contains(EXACTLY_1);

    ledger.given(RecordSurvey.of(WALL), When.unknown());
    View<CaseId, CaseRow> view = register(AsOf.asHappened(august(2)));
    assertThat(view.row(WALL)).isPresent();
    assertThatThrownBy(() -> view.sum(FigurePattern.parse("cases.stage"))).isInstanceOf(ReplayException.class)
        .hasMessageStartingWith("More than 100 events of row wall of cases.CaseRegister may or may not have happened");
  }

  @Test
  void whatever_the_true_days_were_the_true_figures_lie_within_what_is_told() {
    Seeds.cases(3, random -> {
      try (WallLedger other = WallLedger.in(Files.createTempDirectory(folder, "case"))) {
        TrueDays days = TrueDays.recordedIn(other, 25, random);
        for (int day = -12; day <= 0; day++) {
          LocalDate by = TODAY.plusDays(day);
          View<CaseId, CaseRow> view = other.replay().asOf(AsOf.asHappened(by)).run(new CaseRegister())
              .view(new CaseRegister());
          days.figuresBy(by).forEach((key, count) -> assertThat(view.figure(key)).as("%s by %s", key, by)
              .hasValueSatisfying(figure -> assertThat(allows(figure, count)).as("%s allows %s", figure, count)
                  .isTrue()));
          view.figures(FigurePattern.parse("*")).forEach((key, figure) -> assertThat(
              allows(figure, days.figuresBy(by).getOrDefault(key, 0L))).as("%s of %s by %s", figure, key, by).isTrue());
        }
      }
    });
  }

  private static boolean allows(Figure figure, long count) {
    Tally tally = ((Figure.Count) figure).tally();
    return tally.meets(Tally.exact(count, Unit.ITEM));
  }

  private static List<Event> surveys(int count) {
    return Collections.nCopies(count, new SurveyRecorded(WALL, Optional.empty()));
  }

  private void corrected(EventId wrong, When occurred) {
    assertThat(ledger.retracted(wrong, new Replacement(report(WALL), Optional.of(occurred)))).isPresent();
  }

  private Optional<CaseRow> row(LocalDate day) {
    return register(AsOf.asHappened(day)).row(WALL);
  }

  private Optional<Figure> open(LocalDate day) {
    return register(AsOf.asHappened(day))
        .figure(FigureKey.of("cases.open").with("kind", "HAZARD").with("place", ESTATE.value()));
  }

  private View<CaseId, CaseRow> register(AsOf moment) {
    return asOf(moment).view(new CaseRegister());
  }

  private Views asOf(AsOf moment) {
    return ledger.replay().asOf(moment).run(new CaseRegister(), new HazardFixHistory(), new AcceptedCases());
  }

  private static LocalDate july31() {
    return LocalDate.of(2024, 7, 31);
  }

  private static LocalDate august(int day) {
    return LocalDate.of(2024, 8, day);
  }

  record Accepted(boolean accepted) {}

  /** How many of the cases reported were accepted. */
  private static final class AcceptedCases implements Projection<CaseId, Accepted> {
    @Override
    public String name() {
      return "test.AcceptedCases";
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
    public Class<Accepted> rowType() {
      return Accepted.class;
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return Set.of(CaseEvent.CaseReported.class, CaseEvent.CaseAccepted.class);
    }

    @Override
    public Set<CaseId> keys(RecordedEvent recorded) {
      return Set.of(((CaseEvent) recorded.event()).caseId());
    }

    @Override
    public Optional<Accepted> apply(CaseId key, Optional<Accepted> row, Happening happening) {
      return Optional.of(new Accepted(happening.event() instanceof CaseEvent.CaseAccepted));
    }

    @Override
    public List<Contribution> figures(CaseId key, Accepted row) {
      Tally part = Tally.exact(row.accepted() ? 1 : 0, Unit.ITEM);
      return List.of(Contribution.of(FigureKey.of("test.accepted"),
          new Ratio(part, Tally.exact(1, Unit.ITEM), "cases reported")));
    }
  }
}
