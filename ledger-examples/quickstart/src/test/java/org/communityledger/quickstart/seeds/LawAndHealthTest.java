package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.communityledger.activities.ActivityState;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.ActivityRow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Article I: law and health brought to where people live. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LawAndHealthTest {
  private static final Set<String> SEALED = Set.of("narrative", "remark", "resolution", "reason", "findings", "name",
      "basis", "document", "finding");

  private static ActivityRow row(PageLedger ledger, String activity) {
    return ledger.views().row(new ActivityLog(), new ActivityId(activity)).orElseThrow();
  }

  @Test
  void s38_more_than_200_leaflets_and_more_than_10_consultations_are_said() {
    ExpectedFigure.require("S38");
  }

  @Test
  void s39_the_exchange_was_a_meeting_within_the_outreach() {
    for (PageLedger ledger : PageLedger.values()) {
      assertThat(row(ledger, "court-exchange").state()).isEqualTo(ActivityState.HELD);
      assertThat(row(ledger, "court-exchange").plan().partOf()).hasValue(new ActivityId("court-outreach"));
    }
  }

  @Test
  void s40_the_law_talk_had_three_topics_by_two_presenters_one_shown_by_three_examples() {
    ExpectedFigure.require("S40");

    assertThat(row(PRESS, "law-talk").topics()).hasSize(3)
        .extracting(it -> it.presenter().orElseThrow().tag().toString())
        .containsExactly("person:presenter-01", "person:presenter-02", "person:presenter-02");
    assertThat(row(PRESS, "law-talk").plan().hosts()).hasSize(3);
  }

  @Test
  void s41_two_clinics_each_checked_at_least_five_kinds() {
    ExpectedFigure.require("S41");

    for (PageLedger ledger : PageLedger.values()) {
      assertThat(List.of("clinic-5", "clinic-6")).allSatisfy(it -> assertThat(row(ledger, it).total("KINDS_OF_CHECKS"))
          .containsExactly(Tally.atLeast(5, Unit.PIECE)));
    }
  }

  @Test
  void s42_no_personal_value_stands_in_clear_and_no_reading_of_anybody_was_recorded() throws Exception {
    for (PageLedger ledger : PageLedger.values()) {
      String clear = Files.readString(ledger.reader().file().orElseThrow(), StandardCharsets.ISO_8859_1);
      Set<String> words = personalWords(ledger.parts());

      assertThat(words).hasSizeGreaterThanOrEqualTo(6)
          .allSatisfy(it -> assertThat(clear).doesNotContain(asBytes(it)));
      assertThat(clear).doesNotContainIgnoringCase("blood").doesNotContain(asBytes("血"));
    }
  }

  private static String asBytes(String words) {
    return new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Set<String> personalWords(List<Path> parts) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Set<String> words = new TreeSet<>();
    for (Path part : parts) {
      for (String line : Files.readAllLines(part)) {
        JsonNode command = json.readTree(line);
        List<JsonNode> holders = new ArrayList<>(List.of(command.get("header"), command.get("body")));
        holders.addAll(command.get("body").findValues("identity"));
        boolean isPublic = !command.get("body").has("identity") && command.get("body").has("name");
        holders.forEach(it -> it.properties().stream()
            .filter(field -> SEALED.contains(field.getKey()) && !(isPublic && field.getKey().equals("name")))
            .forEach(field -> words.add(field.getValue().textValue())));
      }
    }
    return words;
  }

  @Test
  void s43_what_stands_in_the_lead_only_is_recorded_as_held() {
    ExpectedFigure.require("S43");
  }
}
