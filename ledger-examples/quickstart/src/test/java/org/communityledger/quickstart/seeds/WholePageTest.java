package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.communityledger.Ledger;
import org.communityledger.cases.CaseEvent;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.lines.CommandLines;
import org.communityledger.lines.CommandLines.Loaded;
import org.communityledger.projection.records.AuditLine.Origin;
import org.communityledger.projection.records.AuditTrail;
import org.communityledger.projection.records.Reconciliation.Line;
import org.communityledger.projection.records.Reconciliation.Verdict;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a whole: its sums, and that it can be loaded again and in another order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholePageTest {
  @TempDir
  Path folder;

  static List<RecordedEvent> events(PageLedger ledger) {
    return ledger.views().rows(new AuditTrail()).keySet().stream().map(ledger.reader()::event).toList();
  }

  private static String count(PageLedger ledger, String figure) {
    return InWords.of(ledger.figure(figure));
  }

  @Test
  void s44_the_trail_of_the_page_has_nine_articles_and_every_event_belongs_to_one() {
    assertThat(AuditTrail.byOrigin(PRESS.views()).keySet()).filteredOn(it -> it.kind() == Source.Kind.PRESS)
        .extracting(Origin::toString).containsExactly(
            "PRESS 2024-08-02 page 5 # A", "PRESS 2024-08-02 page 5 # B", "PRESS 2024-08-02 page 5 # C",
            "PRESS 2024-08-02 page 5 # D", "PRESS 2024-08-02 page 5 # E", "PRESS 2024-08-02 page 5 # F",
            "PRESS 2024-08-02 page 5 # G", "PRESS 2024-08-02 page 5 # H", "PRESS 2024-08-02 page 5 # I");
    assertThat(count(PRESS, "audit.entries{source=FIRST_HAND}")).as("the founding").isEqualTo("1 ITEM");
  }

  @Test
  void check_sum_of_activities() {
    assertThat(count(PRESS, "activities.held")).isEqualTo("15 ITEM");
    assertThat(count(PRESS, "activities.planned")).isEqualTo("1 ITEM");
    assertThat(count(ITEMISED, "activities.held")).isEqualTo("16 ITEM");
    assertThat(count(ITEMISED, "activities.planned")).isEqualTo("none");
  }

  @Test
  void check_sum_of_cases() {
    assertThat(count(PRESS, "cases.stage{kind=HAZARD}")).isEqualTo("2 ITEM");
    assertThat(count(PRESS, "cases.stage{kind=NEED}")).isEqualTo("5 ITEM");
    assertThat(count(PRESS, "cases.stage")).isEqualTo("7 ITEM");
    assertThat(count(PRESS, "cases.stage{stage=REPORTED}")).isEqualTo("4 ITEM");
    assertThat(count(PRESS, "cases.doneUnverified")).isEqualTo("3 ITEM");
    assertThat(count(PRESS, "cases.closed")).isEqualTo("none");
  }

  @Test
  void check_sum_of_inferred_steps() {
    assertThat(events(PRESS)).filteredOn(it -> it.event() instanceof CaseEvent)
        .filteredOn(it -> it.header().source().inferred()).hasSize(8);
    assertThat(events(PRESS)).filteredOn(it -> it.header().source().kind() == Source.Kind.PRESS)
        .noneMatch(it -> it.header().source().complete());
  }

  @Test
  void check_sum_of_what_is_said() {
    assertThat(verdicts(PRESS)).isEqualTo(Map.of(Verdict.SHORT, 2L, Verdict.UNCOUNTED, 5L));
    assertThat(verdicts(ITEMISED)).isEqualTo(Map.of(Verdict.AGREES, 7L));
    assertThat(PRESS.reconciliation().statements()).hasSize(2);
  }

  private static Map<Verdict, Long> verdicts(PageLedger ledger) {
    return ledger.reconciliation().lines().stream().filter(it -> it.attestation().isPresent())
        .collect(Collectors.groupingBy(Line::verdict, Collectors.counting()));
  }

  @Test
  void loading_everything_again_records_nothing() throws Exception {
    for (PageLedger page : PageLedger.values()) {
      try (Ledger ledger = page.copy(folder, EVENING)) {
        for (Path part : page.parts()) {
          Loaded again = new CommandLines(ledger).load(part);

          assertThat(again.events()).isZero();
          assertThat(again.resent()).isEqualTo(again.lines()).isPositive();
        }
        assertThat(ledger.reader().head()).isEqualTo(page.reader().head());
      }
    }
  }

  @Test
  void what_an_app_would_have_recorded_is_marked_as_invented() {
    assertThat(events(PRESS)).noneMatch(it -> it.header().source().ref().equals("synthetic"));
    assertThat(events(ITEMISED)).filteredOn(it -> it.header().source().kind() == Source.Kind.OTHER)
        .hasSizeGreaterThan(400).allMatch(it -> it.header().source().ref().equals("synthetic"));
  }
}
