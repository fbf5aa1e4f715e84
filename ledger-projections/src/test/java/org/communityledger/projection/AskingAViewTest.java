package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.CHIEF;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingAViewTest {
  private static final CaseId GEAR = new CaseId("gear");
  private static final CaseId AGAIN = new CaseId("again");

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
  void rows_are_found_by_the_indexes_of_the_projection() {
    fourCases();

    View<CaseId, CaseRow> view = register();

    assertThat(view.where("place", "yunqiyuan")).extracting(CaseRow::caseId)
        .containsExactly(WALL, RAILING, GEAR, AGAIN);
    assertThat(view.where("owner", "kaiyuan")).extracting(CaseRow::caseId).containsExactly(WALL, RAILING);
    assertThat(view.where("stage", "DONE")).extracting(CaseRow::caseId).containsExactly(RAILING);
    assertThat(view.where("doer", "org:guodong")).extracting(CaseRow::caseId).containsExactly(WALL, RAILING);
    assertThat(view.where("doer", "guodong")).isEmpty();
    assertThatThrownBy(() -> view.where("colour", "red")).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cases.CaseRegister has no index colour; there are [doer, owner, place, stage]");
  }

  @Test
  void rows_come_by_key_and_one_after_the_other_in_the_order_in_which_they_appeared() {
    fourCases();

    View<CaseId, CaseRow> view = register();

    assertThat(view.row(GEAR)).map(CaseRow::kind).contains(CaseKind.NEED);
    assertThat(view.row(new CaseId("none"))).isEmpty();
    assertThat(view.rows().keySet()).containsExactly(WALL, RAILING, GEAR, AGAIN);
    assertThat(view.stream().map(Map.Entry::getKey)).containsExactly(WALL, RAILING, GEAR, AGAIN);
    assertThat(view.position()).isEqualTo(ledger.ledger().reader().size() - 1);
    assertThatThrownBy(() -> view.rows().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void the_register_tells_how_many_cases_stand_where() {
    fourCases();

    View<CaseId, CaseRow> view = register();

    assertThat(view.figures(FigurePattern.parse("*"))).isEqualTo(Map.of(
        FigureKey.parse("cases.open{kind=HAZARD,place=yunqiyuan}"), items(1),
        FigureKey.parse("cases.open{kind=NEED,place=yunqiyuan}"), items(1),
        FigureKey.parse("cases.closed{kind=HAZARD,outcome=FIXED}"), items(1),
        FigureKey.parse("cases.doneUnverified{kind=HAZARD,place=yunqiyuan}"), items(1),
        FigureKey.parse("cases.stage{kind=HAZARD,stage=CLOSED}"), items(1),
        FigureKey.parse("cases.stage{kind=HAZARD,stage=DONE}"), items(1),
        FigureKey.parse("cases.stage{kind=HAZARD,stage=DUPLICATE}"), items(1),
        FigureKey.parse("cases.stage{kind=NEED,stage=REPORTED}"), items(1)));
    assertThat(view.figures(FigurePattern.parse("cases.open{kind=*}")).firstKey())
        .isEqualTo(FigureKey.parse("cases.open{kind=HAZARD,place=yunqiyuan}"));
    assertThat(view.sum(FigurePattern.parse("cases.open"))).contains(items(2));
    assertThat(view.sum(FigurePattern.parse("cases.stage{kind=HAZARD}"))).contains(items(3));
  }

  @Test
  void a_figure_to_which_nothing_contributes_is_not_there_rather_than_0() {
    ledger.given(report(WALL));

    assertThat(register().figure(FigureKey.parse("cases.open{kind=NEED,place=yunqiyuan}"))).isEmpty();
    assertThat(register().sum(FigurePattern.parse("cases.closed"))).isEmpty();
    assertThat(register().figures(FigurePattern.parse("cases.closed"))).isEmpty();
  }

  @Test
  void rows_that_count_one_figure_in_different_units_are_named() {
    ledger.given(report(WALL));
    ledger.given(report(RAILING));
    Contributing projection = new Contributing(row -> Figure.of(Tally.exact(1, row.equals("wall")
        ? Unit.ITEM
        : Unit.PERSON)));
    View<String, String> view = ledger.replay().run(projection).view(projection);

    assertThat(view.rows()).as("rows are not touched by that").hasSize(2);
    assertThatThrownBy(() -> view.figure(FigureKey.of("test.all"))).isInstanceOf(FigureMismatch.class)
        .hasMessage("test.all of test.Contributing: row wall contributes ITEM, row railing contributes PERSON; give one"
            + " of them another key");
  }

  @Test
  void a_rate_beside_a_count_is_named() {
    ledger.given(report(WALL));
    ledger.given(report(RAILING));
    Tally one = Tally.exact(1, Unit.ITEM);
    Contributing projection = new Contributing(
        row -> row.equals("wall") ? Figure.of(one) : Figure.of(new Ratio(one, one, "cases due")));

    assertThatThrownBy(() -> ledger.replay().run(projection).view(projection).sum(FigurePattern.parse("*")))
        .isInstanceOf(FigureMismatch.class)
        .hasMessageContaining("row wall contributes ITEM, row railing contributes ITEM out of ITEM (cases due)");
  }

  @Test
  void figures_of_a_pattern_that_count_different_things_have_no_sum() {
    fourCases();
    Contributing projection = new Contributing(row -> Figure.of(Tally.exact(1, Unit.PERSON)));
    View<String, String> persons = ledger.replay().run(projection).view(projection);

    assertThat(persons.sum(FigurePattern.parse("*"))).contains(Figure.of(Tally.exact(4, Unit.PERSON)));
    View<CaseId, CaseRow> mixed = ledger.replay().run(new CaseRegister()).view(new CaseRegister());
    assertThat(mixed.sum(FigurePattern.parse("cases.*"))).as("what is open also stands at a stage")
        .contains(items(8));
  }

  @Test
  void a_projection_that_cannot_tell_its_figures_is_named_with_the_row() {
    ledger.given(report(WALL));
    Contributing projection = new Contributing(row -> {
      throw new IllegalStateException("no such luck");
    });

    assertThatThrownBy(() -> ledger.replay().run(projection).view(projection).figure(FigureKey.of("test.all")))
        .isInstanceOf(ReplayException.class)
        .hasMessage("test.Contributing v1 cannot tell the figures of row wall: no such luck");
  }

  private void fourCases() {
    done(WALL);
    ledger.given(VerifyWork.of(WALL, true), CHIEF, When.on(TODAY));
    ledger.given(new CloseCase(WALL, CaseOutcome.FIXED, Optional.empty()));
    done(RAILING);
    ledger.given(ReportCase.of(GEAR, CaseKind.NEED, "gear", ESTATE, Severity.UNRATED, Channel.VISIT));
    ledger.given(report(AGAIN));
    ledger.given(new MarkDuplicate(AGAIN, RAILING));
  }

  private void done(CaseId id) {
    ledger.given(report(id));
    ledger.given(new AcceptCase(id, OFFICE, Optional.of(POLICY)));
    ledger.given(new AssignCase(id, GUODONG, "repair", Optional.empty()));
    ledger.given(CompleteWork.of(id, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty()));
  }

  private View<CaseId, CaseRow> register() {
    return ledger.replay().run(new CaseRegister()).view(new CaseRegister());
  }

  private static Figure items(long number) {
    return Figure.of(Tally.exact(number, Unit.ITEM));
  }

  /** One row per reported case, which contributes to one figure. */
  private record Contributing(Function<String, Figure> figure) implements Projection<String, String> {
    @Override
    public String name() {
      return "test.Contributing";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<String> keyType() {
      return String.class;
    }

    @Override
    public Class<String> rowType() {
      return String.class;
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return Set.of(CaseReported.class);
    }

    @Override
    public Set<String> keys(RecordedEvent recorded) {
      return Set.of(((CaseReported) recorded.event()).caseId().value());
    }

    @Override
    public Optional<String> apply(String key, Optional<String> row, Happening happening) {
      return Optional.of(key);
    }

    @Override
    public List<Contribution> figures(String key, String row) {
      return List.of(new Contribution(FigureKey.of("test.all"), figure.apply(row)));
    }
  }
}
