package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseEvent;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.projection.records.AuditLine.Origin;
import org.communityledger.projection.records.AuditTrail;
import org.communityledger.projection.records.Reconciliation.Line;
import org.communityledger.projection.records.Reconciliation.Verdict;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page as a whole, and its sums. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholePageTest {
  static List<RecordedEvent> events(PageLedger ledger) {
    return events(ledger.reader());
  }

  static List<RecordedEvent> events(LedgerReader reader) {
    return LongStream.range(0, reader.size()).mapToObj(reader::event).toList();
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
  void check_sum_of_programmes_names_and_honours() {
    assertThat(count(PRESS, "aid.programmes")).isEqualTo("11 ITEM");
    assertThat(count(PRESS, "anomalies.open{kind=NameIncomplete}")).isEqualTo("3 ITEM");
    assertThat(count(PRESS, "anomalies.open{kind=AliasUnconfirmed}")).isEqualTo("3 ITEM");
    assertThat(count(PRESS, "honours.inForce")).isEqualTo("1 ITEM");
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
    assertThat(verdicts(PRESS)).isEqualTo(Map.of(Verdict.SHORT, 2L, Verdict.UNCOUNTED, 10L));
    assertThat(verdicts(ITEMISED)).isEqualTo(Map.of(Verdict.AGREES, 12L));
    assertThat(PRESS.reconciliation().statements()).hasSize(6);
  }

  private static Map<Verdict, Long> verdicts(PageLedger ledger) {
    return ledger.reconciliation().lines().stream().filter(it -> it.attestation().isPresent())
        .collect(Collectors.groupingBy(Line::verdict, Collectors.counting()));
  }

  @Test
  void what_an_app_would_have_recorded_is_marked_as_invented() {
    assertThat(events(PRESS)).noneMatch(it -> it.header().source().ref().equals("synthetic"));
    assertThat(events(ITEMISED)).filteredOn(it -> it.header().source().kind() == Source.Kind.OTHER)
        .hasSizeGreaterThan(400).allMatch(it -> it.header().source().ref().equals("synthetic"));
  }
}
