package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.communityledger.cases.CaseKind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesOfFiguresTest {
  private static final FigureKey OPEN = FigureKey.of("cases.open").with("place", "P1").with("kind", CaseKind.HAZARD);

  @Test
  void a_key_is_text_with_its_labels_in_the_order_of_the_alphabet() {
    assertThat(OPEN).hasToString("cases.open{kind=HAZARD,place=P1}");
    assertThat(FigureKey.of("cases.total")).hasToString("cases.total");
    assertThat(FigureKey.of("a").with("place", "org:云栖苑/3~1")).hasToString("a{place=org:云栖苑/3~1}");
  }

  @Test
  void keys_with_the_same_name_and_labels_are_one_key_in_whatever_order_they_were_labelled() {
    assertThat(FigureKey.parse("cases.open{kind=HAZARD,place=P1}")).isEqualTo(OPEN).hasSameHashCodeAs(OPEN);
    assertThat(FigureKey.parse("cases.open{place=P1,kind=HAZARD}")).isEqualTo(OPEN);
    assertThat(FigureKey.parse("cases.total")).isEqualTo(FigureKey.of("cases.total"));
    assertThat(FigureKey.of("cases.open")).isNotEqualTo(OPEN).isLessThan(OPEN);
  }

  @Test
  void a_key_does_not_change_with_the_map_it_was_made_from() {
    TreeMap<String, String> labels = new TreeMap<>(Map.of("kind", "NEED"));
    FigureKey key = new FigureKey("cases.open", labels);
    labels.put("place", "P1");

    assertThat(key).hasToString("cases.open{kind=NEED}");
    assertThatThrownBy(() -> key.labels().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "\"\"|at character 1 expected a name",
      "Cases.open|at character 1 expected a name",
      "cases.|at character 1 expected a name",
      "cases.*|at character 1 expected a name",
      "cases.open{|at character 12 expected a label",
      "cases.open{}|at character 12 expected a label",
      "cases.open{kind}|at character 12 expected a label",
      "cases.open{kind|at character 16 expected = after the label kind",
      "cases.open{kind=}|at character 17 expected a value",
      "cases.open{kind=*}|at character 17 expected a value",
      "cases.open{kind=A B}|at character 17 expected a value",
      "cases.open{kind=A\u3000}|at character 17 expected a value",
      "cases.open{kind=A{}|at character 17 expected a value",
      "cases.open{kind=A=B}|at character 17 expected a value",
      "cases.open{kind=A|at character 18 expected , or }",
      "cases.open{kind=A,|at character 19 expected a label",
      "cases.open{kind=A, place=B}|at character 19 expected a label",
      "cases.open{kind=A}x|at character 19 nothing may follow the }",
      "cases.open{kind=A,kind=A}|at character 19 the label kind stands twice"})
  void what_is_no_key_is_refused_with_the_character_that_does_not_fit(String text, String problem) {
    assertThatThrownBy(() -> FigureKey.parse(text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is not a figure key: " + problem);
  }

  @Test
  void a_key_put_together_by_hand_is_checked_as_well() {
    assertThatThrownBy(() -> FigureKey.of("cases open")).hasMessageStartingWith("'cases open' is not the name");
    assertThatThrownBy(() -> OPEN.with("kind", "NEED"))
        .hasMessage("cases.open{kind=HAZARD,place=P1} has a label kind already");
    assertThatThrownBy(() -> OPEN.with("Stage", "DONE")).hasMessageStartingWith("'Stage' is not a label");
    assertThatThrownBy(() -> OPEN.with("stage", "DONE,CLOSED"))
        .hasMessage("The value 'DONE,CLOSED' of the label stage must be without white space and any of ,{}=*");
    assertThatThrownBy(() -> OPEN.with("stage", "*")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPEN.with("stage", "\ud83d")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPEN.with("stage", "x".repeat(301))).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cases.open", "cases.open{kind=HAZARD}", "cases.open{kind=HAZARD,place=P1}",
      "cases.open{kind=*}", "cases.open{kind=*,place=P1}", "cases.*", "cases.op*{place=P1}", "*", "*{kind=HAZARD}"})
  void a_pattern_means_all_that_have_its_name_and_at_least_its_labels(String pattern) {
    assertThat(FigurePattern.parse(pattern).matches(OPEN)).isTrue();
    assertThat(FigurePattern.parse(pattern)).hasToString(pattern);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cases.opened", "cases", "cases.open{kind=NEED}", "cases.open{stage=*}",
      "cases.open{kind=HAZARD,place=P2}", "case.*", "cases.open.*", "*{kind=HAZARD,stage=DONE}"})
  void a_pattern_means_nothing_else(String pattern) {
    assertThat(FigurePattern.parse(pattern).matches(OPEN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*.open", "cases.*.open", "**", "Cases*", "cases.open{kind=H*}", "cases.open{*=HAZARD}"})
  void what_is_no_pattern_is_refused(String text) {
    assertThatThrownBy(() -> FigurePattern.parse(text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a figure pattern: at character");
  }
}
