package org.communityledger.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.Refused;
import org.communityledger.access.Caller;
import org.communityledger.cases.CaseRefusal.AlreadyReported;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.PersonId;
import org.communityledger.lines.CommandLines.Loaded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FilesOfCommandsTest {
  private static final String HEADER = "\"header\":{\"actor\":{\"who\":\"person:liu\",\"role\":\"grid worker\"},"
      + "\"occurred\":{\"earliest\":\"2024-08-02\",\"latest\":\"2024-08-02\"},"
      + "\"source\":{\"kind\":\"FORM\",\"ref\":\"F-12\",\"complete\":true,\"inferred\":false}}";
  private static final String PLACE = "{\"command\":\"places.RegisterPlace\",\"id\":\"c1\"," + HEADER
      + ",\"body\":{\"place\":\"yunqiyuan\",\"kind\":\"ESTATE\",\"name\":\"云栖苑\",\"parentConfirmed\":true}}";
  private static final String CASE = "{\"command\":\"cases.ReportCase\",\"id\":\"c2\"," + HEADER
      + ",\"body\":{\"caseId\":\"wall\",\"kind\":\"HAZARD\",\"category\":\"leaning-wall\",\"place\":\"yunqiyuan\","
      + "\"extent\":{\"lower\":400,\"approximate\":false,\"unit\":\"METRE\"},\"severity\":\"HIGH\","
      + "\"channel\":\"PATROL\"}}";

  @TempDir
  Path folder;

  private final Ledger ledger;
  private final CommandLines lines;

  FilesOfCommandsTest(@TempDir Path own) {
    ledger = Ledger.at(own.resolve("one.ledger")).unrestricted().open();
    lines = new CommandLines(ledger);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_file_is_recorded_line_by_line() throws Exception {
    List<Long> progress = new ArrayList<>();

    Loaded loaded = lines.load(file(PLACE + "\n" + CASE + "\n"), progress::add);

    assertThat(loaded).isEqualTo(new Loaded(2, 2, 0));
    assertThat(progress).containsExactly(1L, 2L);
    assertThat(ledger.reader().event(1).id().value()).isEqualTo("c1.0");
    assertThat(ledger.reader().event(2).id().value()).isEqualTo("c2.0");
  }

  @Test
  void a_file_of_a_caller_is_recorded_as_far_as_they_may() throws Exception {
    CommandLines own = new CommandLines(ledger, Caller.of(new PersonId("liu"), "grid worker"));

    assertThatThrownBy(() -> own.load(file(PLACE + "\n"))).isInstanceOf(InvalidLine.class)
        .hasMessageContaining("NotPermitted: places.RegisterPlace is not permitted");
    lines.load(file(PLACE + "\n"));
    assertThat(own.load(file(CASE + "\n"))).isEqualTo(new Loaded(1, 1, 0));
  }

  @Test
  void the_same_file_again_records_nothing() throws Exception {
    lines.load(file(PLACE + "\n" + CASE + "\n"));

    assertThat(lines.load(file(PLACE + "\n" + CASE + "\n"))).isEqualTo(new Loaded(2, 0, 2));
    assertThat(ledger.reader().size()).isEqualTo(3);
  }

  @Test
  void line_ends_of_any_kind_and_empty_lines_make_no_difference() throws Exception {
    assertThat(lines.load(file(PLACE + "\r\n\r\n\n" + CASE))).isEqualTo(new Loaded(2, 2, 0));
    assertThat(lines.load(file(""))).isEqualTo(new Loaded(0, 0, 0));
    assertThat(ledger.reader().size()).isEqualTo(3);
  }

  @Test
  void a_line_number_counts_empty_lines_too() throws Exception {
    assertInvalid(PLACE + "\n\n\r\n{\n", 4, "", "not valid JSON");
    assertThat(ledger.reader().size()).isEqualTo(2);
  }

  @Test
  void what_is_no_json_is_refused() throws Exception {
    assertSecondLineInvalid(CASE.substring(0, 40), "/id", "not valid JSON: the line ends too early");
    assertSecondLineInvalid(CASE + CASE, "", "not valid JSON");
    assertSecondLineInvalid("   ", "", "a line is one JSON object");
    assertSecondLineInvalid(CASE.replace("\"wall\"", "{\"a\":".repeat(2_000)), "", "not valid JSON");
    assertSecondLineInvalid("[]", "", "a line is one JSON object");
  }

  @Test
  void an_unknown_command_is_answered_with_the_known_ones() throws Exception {
    assertSecondLineInvalid(CASE.replace("cases.ReportCase", "cases.RaportCase"), "/command",
        "unknown command 'cases.RaportCase'; known are activities.CancelActivity, ");
  }

  @Test
  void a_field_that_is_missing_too_many_or_twice_is_named() throws Exception {
    assertSecondLineInvalid(CASE.replace("\"kind\":\"HAZARD\",", ""), "/body/kind",
        "the field is missing; expected one of HAZARD, NEED, APPEAL, QUERY");
    assertSecondLineInvalid(CASE.replace("\"id\":\"c2\",", ""), "/id", "the field is missing; expected text");
    assertSecondLineInvalid(CASE.replace("\"caseId\"", "\"colour\":\"red\",\"caseId\""), "/body/colour",
        "no such field; known are affects, caseId, ");
    assertSecondLineInvalid(CASE.replace("\"caseId\":\"wall\"", "\"caseId\":\"wall\",\"caseId\":\"roof\""),
        "/body/caseId", "the field stands twice; keep one");
  }

  @Test
  void a_value_of_the_wrong_sort_is_shown_with_what_would_be_right() throws Exception {
    assertSecondLineInvalid(CASE.replace("400", "\"400\""), "/body/extent/lower",
        "expected a whole number, found \"400\"");
    assertSecondLineInvalid(CASE.replace("\"wall\"", "7"), "/body/caseId", "expected text, found 7");
    assertSecondLineInvalid(CASE.replace("\"HIGH\"", "\"GRAVE\""), "/body/severity",
        "expected one of HIGH, MEDIUM, LOW, UNRATED, found \"GRAVE\"");
    assertSecondLineInvalid(CASE.replace("\"c2\"", "\"c 2\""), "/id", "'c 2' is not an id: use 1 to 100 characters");
  }

  @Test
  void a_line_that_is_too_long_is_refused_without_being_kept() throws Exception {
    assertSecondLineInvalid(CASE.replace("leaning-wall", "x".repeat(1_000_000)), "",
        "the line is too long; at most 65535 bytes are allowed");
  }

  @Test
  void a_line_that_is_not_utf_8_is_refused() throws Exception {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, (PLACE + "\n").getBytes(StandardCharsets.UTF_8));
    Files.write(file, CASE.replace("F-12", "F-é").getBytes(StandardCharsets.ISO_8859_1),
        java.nio.file.StandardOpenOption.APPEND);

    InvalidLine invalid = catchThrowableOfType(InvalidLine.class, () -> lines.load(file));

    assertThat(invalid).hasMessage(file + ":2: the line is not UTF-8");
    assertThat(ledger.reader().size()).isEqualTo(2);
  }

  @Test
  void an_id_used_for_something_else_is_refused_at_the_id() throws Exception {
    assertSecondLineInvalid(PLACE.replace("yunqiyuan", "other"), "/id",
        "CommandIdReused: Command id c1 already stands for another command; use a new id. Caused by #1.");
  }

  @Test
  void a_refused_command_stops_the_file_and_names_the_causes() throws Exception {
    String again = CASE.replace("\"c2\"", "\"c3\"");
    Path file = file(PLACE + "\n" + CASE + "\n" + again + "\n" + PLACE.replace("yunqiyuan", "x").replace("c1", "c4"));

    InvalidLine invalid = catchThrowableOfType(InvalidLine.class, () -> lines.load(file));

    assertThat(invalid).hasMessageStartingWith(file + ":3: AlreadyReported: ").hasMessageEndingWith("Caused by #2.");
    assertThat(invalid.line()).isEqualTo(3);
    assertThat(invalid.pointer()).isEmpty();
    assertThat(invalid.getCause()).isInstanceOfSatisfying(Refused.class,
        it -> assertThat(it.refusal()).isEqualTo(new AlreadyReported(new CaseId("wall"))));
    assertThat(ledger.reader().size()).isEqualTo(3);
  }

  @Test
  void a_file_that_is_not_there_is_no_empty_file() {
    assertThatThrownBy(() -> lines.load(folder.resolve("none.jsonl"))).isInstanceOf(IOException.class);
  }

  private void assertSecondLineInvalid(String line, String pointer, String problem) throws IOException {
    assertInvalid(PLACE + "\n" + line + "\n" + CASE + "\n", 2, pointer,
        pointer.isEmpty() ? problem : pointer + ": " + problem);
    assertThat(ledger.reader().size()).isEqualTo(2);
  }

  private void assertInvalid(String content, long line, String pointer, String problem) throws IOException {
    Path file = file(content);

    InvalidLine invalid = catchThrowableOfType(InvalidLine.class, () -> lines.load(file));

    assertThat(invalid).hasMessageStartingWith(file + ":" + line + ": " + problem);
    assertThat(invalid.line()).isEqualTo(line);
    assertThat(invalid.pointer()).isEqualTo(pointer);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("commands.jsonl"), content);
  }
}
