package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.TODAY;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.cases.AgeBuckets;
import org.communityledger.projection.cases.OpenByAge;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicFiguresTest {
  /** {@code a=3 b=12}: counts as they are given. */
  private static String shown(Map<String, Integer> counts) {
    Map<FigureKey, Figure> figures = new TreeMap<>();
    counts.forEach((key, n) -> figures.put(FigureKey.parse(key), Figure.of(Tally.exact(n, Unit.PERSON))));
    return shown(PublicFigures.of(figures, 5));
  }

  private static String shown(PublicFigures figures) {
    StringBuilder text = new StringBuilder();
    figures.cells().forEach((key, cell) -> text.append(text.isEmpty() ? "" : " ").append(key).append('=')
        .append(cell instanceof PublicFigures.Cell.Shown it && it.figure() instanceof Figure.Count count
            ? String.valueOf(count.tally().lower())
            : cell instanceof PublicFigures.Cell.Shown ? "rate" : "-"));
    return text.toString();
  }

  @Test
  void what_reaches_the_threshold_is_shown() {
    assertThat(shown(Map.of("f{p=a}", 5, "f{p=b}", 9, "f", 14))).isEqualTo("f=14 f{p=a}=5 f{p=b}=9");
  }

  @Test
  void a_small_figure_takes_the_next_smallest_with_it() {
    assertThat(shown(Map.of("f{p=a}", 4, "f{p=b}", 9, "f{p=c}", 7, "f{p=d}", 20)))
        .isEqualTo("f{p=a}=- f{p=b}=9 f{p=c}=- f{p=d}=20");
  }

  @Test
  void small_figures_that_are_few_together_take_another_with_them() {
    assertThat(shown(Map.of("f{p=a}", 1, "f{p=b}", 2, "f{p=c}", 7, "f{p=d}", 20)))
        .isEqualTo("f{p=a}=- f{p=b}=- f{p=c}=- f{p=d}=20");
    assertThat(shown(Map.of("f{p=a}", 4, "f{p=b}", 2, "f{p=c}", 7, "f{p=d}", 20)))
        .isEqualTo("f{p=a}=- f{p=b}=- f{p=c}=7 f{p=d}=20");
  }

  @Test
  void none_is_few_too() {
    assertThat(shown(Map.of("f{p=a}", 0, "f{p=b}", 9, "f{p=c}", 8))).isEqualTo("f{p=a}=- f{p=b}=9 f{p=c}=-");
  }

  @Test
  void without_another_part_the_total_is_left_out() {
    assertThat(shown(Map.of("f{p=a}", 3, "f", 11))).isEqualTo("f=- f{p=a}=-");
    assertThat(shown(Map.of("f{p=a}", 3))).isEqualTo("f{p=a}=-");
    assertThat(shown(Map.of("f", 3))).isEqualTo("f=-");
  }

  /** Of h, 1 takes 6 with it; of place a, 1 takes 7; then 6 stands alone in place b and takes 8. */
  @Test
  void what_is_hidden_for_one_total_is_hidden_for_the_others() {
    assertThat(shown(Map.of("f{k=h,p=a}", 1, "f{k=h,p=b}", 6, "f{k=h,p=c}", 30, "f{k=n,p=a}", 7, "f{k=n,p=b}", 8,
        "f{k=n,p=c}", 40, "f{k=q,p=a}", 50, "f{k=q,p=b}", 60, "f{k=q,p=c}", 70)))
        .isEqualTo("f{k=h,p=a}=- f{k=h,p=b}=- f{k=h,p=c}=30 f{k=n,p=a}=- f{k=n,p=b}=- f{k=n,p=c}=40 "
            + "f{k=q,p=a}=50 f{k=q,p=b}=60 f{k=q,p=c}=70");
  }

  /**
   * In a table of four kinds and four places, each of these lines and columns has two or three figures left out, and yet
   * kinds 1 and 2 less places 1 and 2 leave just the one of kind 2 in place 3.
   */
  @Test
  void what_several_totals_together_give_away_takes_another_with_it() {
    Map<String, Integer> table = new TreeMap<>();
    int[][] counts = {{4, 4, 60, 61}, {4, 4, 3, 62}, {63, 64, 4, 4}, {65, 66, 4, 4}};
    for (int kind = 1; kind <= 4; kind++) {
      for (int place = 1; place <= 4; place++) {
        table.put("f{k=k%d,p=p%d}".formatted(kind, place), counts[kind - 1][place - 1]);
      }
    }

    assertThat(shown(table)).isEqualTo("f{k=k1,p=p1}=- f{k=k1,p=p2}=- f{k=k1,p=p3}=- f{k=k1,p=p4}=61 "
        + "f{k=k2,p=p1}=- f{k=k2,p=p2}=- f{k=k2,p=p3}=- f{k=k2,p=p4}=62 "
        + "f{k=k3,p=p1}=63 f{k=k3,p=p2}=64 f{k=k3,p=p3}=- f{k=k3,p=p4}=- "
        + "f{k=k4,p=p1}=65 f{k=k4,p=p2}=66 f{k=k4,p=p3}=- f{k=k4,p=p4}=-");
  }

  @Test
  void figures_of_other_names_do_not_add_up() {
    assertThat(shown(Map.of("f{p=a}", 3, "f{p=b}", 9, "g{p=a}", 9))).isEqualTo("f{p=a}=- f{p=b}=- g{p=a}=9");
  }

  @Test
  void what_may_be_many_is_shown_and_a_rate_of_few_is_not() {
    Map<FigureKey, Figure> figures = Map.of(
        FigureKey.of("about"), Figure.of(Tally.about(3, Unit.PERSON)),
        FigureKey.of("between"), Figure.of(Tally.between(2, 8, Unit.PERSON)),
        FigureKey.of("fewOfMany"), rate(2, 100),
        FigureKey.of("manyOfMany"), rate(60, 100),
        FigureKey.of("over"), Figure.of(Tally.atLeast(2, Unit.PERSON)));

    assertThat(shown(PublicFigures.of(figures, 5)))
        .isEqualTo("about=- between=2 fewOfMany=- manyOfMany=rate over=2");
  }

  @Test
  void a_rate_that_leaves_out_few_is_left_out_too() {
    Map<FigureKey, Figure> figures = Map.of(
        FigureKey.of("all"), rate(100, 100), FigureKey.of("allButFew"), rate(96, 100),
        FigureKey.of("allButSome"), rate(95, 100));

    assertThat(shown(PublicFigures.of(figures, 5))).isEqualTo("all=- allButFew=- allButSome=rate");
  }

  @Test
  void all_of_a_hundred_shops_is_shown_and_all_but_few_is_not() {
    Map<FigureKey, Figure> figures = Map.of(
        FigureKey.of("allButFew"), rate(104, Unit.SHOP, 107, Unit.SHOP),
        FigureKey.of("allButNone"), rate(107, Unit.SHOP, 107, Unit.SHOP),
        FigureKey.of("fewOfFew"), rate(4, Unit.SHOP, 4, Unit.SHOP),
        FigureKey.of("households"), rate(107, Unit.HOUSEHOLD, 107, Unit.HOUSEHOLD),
        FigureKey.of("inTime"), rate(30, Unit.ITEM, 30, Unit.ITEM));

    assertThat(shown(PublicFigures.of(figures, 5)))
        .isEqualTo("allButFew=- allButNone=rate fewOfFew=- households=- inTime=rate");
  }

  @Test
  void more_than_a_whole_is_a_goal_that_was_passed_and_leaves_out_nobody() {
    assertThat(shown(PublicFigures.of(Map.of(FigureKey.of("goal"), rate(104, 100)), 5))).isEqualTo("goal=rate");
  }

  @Test
  void days_are_not_a_part_of_cases() {
    Map<FigureKey, Figure> figures = Map.of(
        FigureKey.of("fast"), rate(0, Unit.DAY, 12, Unit.ITEM),
        FigureKey.of("few"), rate(300, Unit.DAY, 4, Unit.ITEM),
        FigureKey.of("many"), rate(36, Unit.DAY, 12, Unit.ITEM));

    assertThat(shown(PublicFigures.of(figures, 5))).isEqualTo("fast=rate few=- many=rate");
  }

  /** Without c, everybody could tell that a and b together leave out four. */
  @Test
  void rates_that_together_leave_out_few_take_another_with_them() {
    Map<FigureKey, Figure> figures = Map.of(
        FigureKey.parse("f{p=a}"), rate(96, 100), FigureKey.parse("f{p=b}"), rate(50, 50),
        FigureKey.parse("f{p=c}"), rate(60, 100), FigureKey.parse("f{p=d}"), rate(70, 90));

    assertThat(shown(PublicFigures.of(figures, 5))).isEqualTo("f{p=a}=- f{p=b}=- f{p=c}=- f{p=d}=rate");
  }

  @Test
  void rates_that_together_leave_out_many_take_no_other_with_them() {
    Map<FigureKey, Figure> figures = Map.of(
        FigureKey.parse("f{p=a}"), rate(96, 100), FigureKey.parse("f{p=b}"), rate(48, 50),
        FigureKey.parse("f{p=c}"), rate(60, 100), FigureKey.parse("f{p=d}"), rate(70, 90));

    assertThat(shown(PublicFigures.of(figures, 5))).isEqualTo("f{p=a}=- f{p=b}=- f{p=c}=rate f{p=d}=rate");
  }

  private static Figure rate(int part, int whole) {
    return rate(part, Unit.PERSON, whole, Unit.PERSON);
  }

  private static Figure rate(int part, Unit unit, int whole, Unit of) {
    return Figure.of(new Ratio(Tally.exact(part, unit), Tally.exact(whole, of), "all there are"));
  }

  @Test
  void figures_left_out_are_left_out_whatever_the_pattern(@TempDir Path folder) {
    try (WallLedger ledger = WallLedger.in(folder)) {
      for (int i = 0; i < 12; i++) {
        ledger.given(WallLedger.report(new CaseId("k" + i)));
      }
      ledger.given(new AcceptCase(new CaseId("k0"), WallLedger.OFFICE, Optional.empty()));
      Figures ages = OpenByAge.on(TODAY, ledger.replay().run(new OpenByAge()).view(new OpenByAge()), AgeBuckets.USUAL);

      assertThat(shown(PublicFigures.of(ages, FigurePattern.parse("cases.openByAge{owner=:nobody}")))).isEqualTo(
          "cases.openByAge{age=0-7,kind=HAZARD,owner=:nobody,place=yunqiyuan}=-");
    }
  }

  @Test
  void the_threshold_can_be_another() {
    Map<FigureKey, Figure> figures = Map.of(FigureKey.of("f"), Figure.of(Tally.exact(7, Unit.PERSON)));

    assertThat(shown(PublicFigures.of(figures, 7))).isEqualTo("f=7");
    assertThat(shown(PublicFigures.of(figures, 8))).isEqualTo("f=-");
  }
}
