package org.communityledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.assertj.core.api.AbstractThrowableAssert;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Sealed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandLinesTest {
  private static final String LINE = "{\"command\":\"cases.ReportCase\",\"id\":\"S16\",\"body\":{\"caseId\":\"wall\","
      + "\"kind\":\"HAZARD\",\"category\":\"leaning-wall\",\"place\":\"yunqiyuan\",\"extent\":{\"lower\":400,"
      + "\"approximate\":false,\"unit\":\"METRE\",\"asStated\":\"400多米\"},\"severity\":\"HIGH\",\"channel\":\"PATROL\"},"
      + "\"header\":{\"actor\":{\"who\":\"org:clerk\",\"role\":\"clerk\"},\"occurred\":{\"latest\":\"2024-08-02\"},"
      + "\"source\":{\"kind\":\"PRESS\",\"ref\":\"2024-08-02\",\"complete\":false,\"inferred\":false}}}";
  private final CommandCodec codec = new CommandCodec(Fixtures.commandNames());

  @Test
  void a_decision_record_says_what_was_asked_and_what_was_read() {
    Submission submission = stamped(read(LINE));

    String record = new String(codec.write(submission).decisionRecord(41, "cases/1"), StandardCharsets.UTF_8);

    assertThat(record)
        .isEqualTo(
            LINE.substring(0, LINE.length() - 1) + ",\"today\":\"2026-11-23\",\"readto\":41,\"rules\":\"cases/1\"}");
  }

  @Test
  void a_resend_on_another_day_has_the_same_digest_and_other_content_another() {
    Submission sent = read(LINE);

    assertThat(codec.digest(stamped(sent))).isEqualTo(codec.digest(sent));
    assertThat(codec.digest(read(LINE.replace("HIGH", "LOW")))).isNotEqualTo(codec.digest(sent));
    assertThat(codec.digest(read(LINE.replace("\"clerk\"", "\"other\"")))).isNotEqualTo(codec.digest(sent));
  }

  @Test
  void a_correlation_that_is_no_id_is_named_with_its_place() {
    assertRejected(LINE.replace("\"inferred\":false}}}", "\"inferred\":false},\"correlation\":\"\"}}"))
        .hasMessageStartingWith("/header: '' is not an id");
  }

  @Test
  void a_text_to_be_sealed_is_sent_as_it_is() {
    String told = LINE.replace("\"severity\":\"HIGH\",", "\"severity\":\"HIGH\",\"narrative\":\"It leans\",")
        .replace("\"inferred\":false}}}", "\"inferred\":false},\"reason\":\"It rained\"}}");

    Submission read = read(told);

    assertThat(((ReportCase) read.command()).narrative()).contains(Sealed.of("It leans"));
    assertThat(read.header().reason()).contains(Sealed.of("It rained"));
    assertThat(read.toString()).doesNotContain("It leans", "It rained");
  }

  @Test
  void what_is_not_sealed_gets_into_no_decision_record() {
    Submission told = stamped(read(LINE.replace("\"severity\"", "\"narrative\":\"It leans\",\"severity\"")));
    Submission because = stamped(
        read(LINE.replace("\"inferred\":false}}}", "\"inferred\":false},\"reason\":\"It rained\"}}")));

    assertThatThrownBy(() -> codec.write(told)).hasMessageContaining("would be written in the clear")
        .hasMessageNotContaining("It leans");
    assertThatThrownBy(() -> codec.write(because)).hasMessageContaining("would be written in the clear")
        .hasMessageNotContaining("It rained");
  }

  @Test
  void not_json() {
    assertRejected("{\"command\":").hasMessageContaining("not valid JSON");
    assertRejected("").hasMessageContaining("a line is one JSON object");
    assertRejected("[1]").hasMessageContaining("a line is one JSON object");
    assertRejected(LINE + LINE).hasMessageContaining("not valid JSON");
  }

  @Test
  void an_unknown_command_is_answered_with_the_known_ones() {
    assertRejected(LINE.replace("ReportCase", "RaportCase"))
        .hasMessageStartingWith("/command: unknown command 'cases.RaportCase'; known are activities.CancelActivity, ");
  }

  @Test
  void a_missing_field_is_named() {
    assertRejected(LINE.replace("\"kind\":\"HAZARD\",", ""))
        .hasMessage("/body/kind: the field is missing; expected one of HAZARD, NEED, APPEAL, QUERY");
    assertRejected(LINE.replace("\"lower\":400,", ""))
        .hasMessage("/body/extent/lower: the field is missing; expected a whole number");
    assertRejected(LINE.replace("\"id\":\"S16\",", "")).hasMessage("/id: the field is missing; expected text");
    assertRejected(LINE.replace("\"role\":\"clerk\"", "\"x\":1").replace(",\"x\":1", ""))
        .hasMessageStartingWith("/header/actor/role: the field is missing");
  }

  @Test
  void a_field_too_many_is_named_with_the_known_ones() {
    assertRejected(LINE.replace("\"kind\":\"HAZARD\"", "\"colour\":\"red\",\"kind\":\"HAZARD\""))
        .hasMessage("/body/colour: no such field;"
            + " known are affects, caseId, category, channel, extent, kind, narrative, photos, place, reporter,"
            + " severity");
    assertRejected(LINE.replace("\"id\":", "\"time\":\"now\",\"id\":"))
        .hasMessage("/time: no such field; a line has body, command, header, id");
  }

  @Test
  void a_value_of_the_wrong_sort_is_shown_with_what_is_expected() {
    assertRejected(LINE.replace("400,", "\"four hundred\","))
        .hasMessage("/body/extent/lower: expected a whole number, found \"four hundred\"");
    assertRejected(LINE.replace("400,", "400.5,")).hasMessageStartingWith("/body/extent/lower: ");
    assertRejected(LINE.replace("400,", "\"400\","))
        .hasMessageStartingWith("/body/extent/lower: expected a whole number");
    assertRejected(LINE.replace("400,", "99999999999999999999,")).hasMessageStartingWith("/body/extent/lower: ");
    assertRejected(LINE.replace("\"wall\"", "17")).hasMessageStartingWith("/body/caseId: expected text, found 17");
    assertRejected(LINE.replace("\"HAZARD\"", "\"DANGER\""))
        .hasMessage("/body/kind: expected one of HAZARD, NEED, APPEAL, QUERY, found \"DANGER\"");
    assertRejected(LINE.replace("2024-08-02\"},", "2 August\"},"))
        .hasMessage("/header/occurred/latest: expected a date like \"2024-08-02\", found \"2 August\"");
    assertRejected(LINE.replace("\"org:clerk\"", "\"clerk\"")).hasMessageStartingWith("/header/actor/who: ");
    assertRejected(LINE.replace("{\"latest\":\"2024-08-02\"}", "\"2024\""))
        .hasMessageStartingWith("/header/occurred: expected an object, found \"2024\"");
    assertRejected(LINE.replace("400,", "-1,")).hasMessageStartingWith("/body/extent: A tally's lower bound is 0");
  }

  @Test
  void a_personal_value_is_sent_in_the_clear_and_a_wrong_one_is_not_shown() {
    String told = LINE.replace("\"severity\"", "\"narrative\":\"the door is red\",\"severity\"");

    assertThat(read(told).command()).isEqualTo(((ReportCase) read(LINE).command()).telling("the door is red"));
    assertRejected(told.replace("\"the door is red\"", "[\"the door is red\"]"))
        .hasMessage("/body/narrative: not well-formed text; it is personal and not shown");
    assertRejected(told.replace("\"the door is red\"", "{\"$sealed\":{\"k\":\"k\",\"h\":\"h\"}}"))
        .hasMessage("/body/narrative: a sealed value is sent in the clear, not as a reference");
    assertRejected(told.replace("\"the door is red\"", "the door is red"))
        .message().startsWith("/body").contains("not valid JSON").doesNotContain("door");
  }

  @Test
  void null_is_not_a_value() {
    assertRejected(LINE.replace("\"HIGH\"", "null"))
        .hasMessage("/body/severity: null says nothing; leave the field out");
  }

  @Test
  void a_key_that_stands_twice_is_refused() {
    assertRejected(LINE.replace("\"kind\":\"HAZARD\"", "\"kind\":\"NEED\",\"kind\":\"HAZARD\""))
        .hasMessage("/body/kind: the field stands twice; keep one");
  }

  @Test
  void a_line_longer_than_a_leaf_is_refused() {
    assertRejected(LINE.replace("leaning-wall", "x".repeat(1_000_000)))
        .hasMessageContaining("at most 65535 bytes are allowed");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRejected(String line) {
    return assertThatThrownBy(() -> read(line)).isInstanceOf(InvalidCommand.class);
  }

  private Submission read(String line) {
    return codec.read(line.getBytes(StandardCharsets.UTF_8));
  }

  private static Submission stamped(Submission submission) {
    Header header = submission.header().stamped(LocalDate.of(2026, 11, 23), ZoneId.of("Asia/Shanghai"));
    return new Submission(submission.command(), header);
  }
}
