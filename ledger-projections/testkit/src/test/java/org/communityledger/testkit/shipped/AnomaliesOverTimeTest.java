package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.AnomalyHistory.CLOSING_CONFLICT;
import static org.communityledger.testkit.shipped.AnomalyHistory.DESIGNATION;
import static org.communityledger.testkit.shipped.AnomalyHistory.RAILING;
import static org.communityledger.testkit.shipped.AnomalyHistory.SITE;
import static org.communityledger.testkit.shipped.AnomalyHistory.WALL;
import static org.communityledger.testkit.shipped.AnomalyHistory.id;
import static org.communityledger.testkit.shipped.AnomalyHistory.july;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Replay;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Anomaly;
import org.communityledger.projection.records.AnomalyKind;
import org.communityledger.projection.records.Watched;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnomaliesOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    AnomalyHistory.tell(ledger);
  }

  @Test
  void everything_odd_is_counted_by_its_kind(LedgerScenario ledger) {
    assertThat(open(ledger, AsOf.now())).containsExactly(entry("AliasUnconfirmed", 1L),
        entry("ClosedWithoutFix", 1L), entry("CrowdUnnamed", 2L), entry("ErasedWhileOpen", 1L),
        entry("ExtendedAfterExpiry", 1L),
        entry("InferredStep", 2L), entry("Irregular", 1L), entry("LateConflict", 1L), entry("NameIncomplete", 1L),
        entry("PlanScopeDiffers", 1L), entry("RatedByOwner", 1L), entry("RejectionRetracted", 1L),
        entry("StayUnproven", 1L));
  }

  @Test
  void what_can_be_put_right_is_gone_when_it_is_and_stays_known_as_it_was(LedgerScenario ledger) {
    long before = ledger.position();
    Map<String, Long> then = open(ledger, AsOf.now());

    AnomalyHistory.putRight(ledger);

    // The acceptance put in its place sets no due date, so that none had passed when it was moved.
    assertThat(open(ledger, AsOf.now())).containsExactly(entry("CrowdUnnamed", 1L), entry("ErasedWhileOpen", 1L),
        entry("InferredStep", 1L), entry("Irregular", 1L), entry("RatedByOwner", 1L), entry("RejectionRetracted", 1L),
        entry("StayUnproven", 1L));
    assertThat(open(ledger, AsOf.asKnown(before))).isEqualTo(then);
  }

  @Test
  void no_anomaly_is_known_before_the_event_that_shows_it(LedgerScenario ledger) {
    for (AnomalyKind kind : AnomalyKind.values()) {
      List<Anomaly> all = rows(ledger, AsOf.now()).stream().flatMap(it -> it.anomalies().stream())
          .filter(it -> it.kind() == kind).toList();
      for (Anomaly each : all) {
        long shown = positionOf(ledger, each.event());

        assertThat(rows(ledger, AsOf.asKnown(shown)).stream().flatMap(it -> it.anomalies().stream())).contains(each);
        assertThat(rows(ledger, AsOf.asKnown(shown - 1)).stream().flatMap(it -> it.anomalies().stream()))
            .doesNotContain(each);
      }
    }
  }

  @Test
  void a_late_conflict_names_the_event_without_ground_and_began_when_that_happened(LedgerScenario ledger) {
    assertThat(ledger).projection(Anomalies.class).row(DESIGNATION.tag()).satisfies(row -> assertThat(row.anomalies())
        .containsExactly(new Anomaly(AnomalyKind.LATE_CONFLICT, SITE.tag(), "SiteClosed", CLOSING_CONFLICT,
            When.on(july(20)))));
    assertThat(ledger).projection(Anomalies.class).asOf(AsOf.asHappened(july(19))).hasNoRow(DESIGNATION.tag());
    assertThat(ledger).projection(Anomalies.class).asOf(AsOf.asHappened(july(20)))
        .figure("anomalies.open{kind=LateConflict}").isExactly(1);
  }

  @Test
  void what_is_irregular_names_the_rule_it_broke(LedgerScenario ledger) {
    assertThat(ledger).projection(Anomalies.class).row(id("c12.0").tag()).satisfies(row -> assertThat(row.anomalies())
        .containsExactly(new Anomaly(AnomalyKind.IRREGULAR, RAILING.tag(), "PlanMissing", id("c12.1"),
            When.on(july(26)))));
  }

  @Test
  void S19_a_part_was_planned_and_the_whole_is_done(LedgerScenario ledger) {
    assertThat(ledger).projection(Anomalies.class).row(WALL.tag()).satisfies(row -> assertThat(row.anomalies())
        .contains(new Anomaly(AnomalyKind.PLAN_SCOPE_DIFFERS, WALL.tag(), "PART-WHOLE", id("c9.0"),
            When.on(july(26)))));
  }

  @Test
  void crowds_are_odd_under_terms_that_bind_each_party_and_not_under_others(LedgerScenario ledger) {
    assertThat(ledger).projection(Anomalies.class).row(Tag.parse("programme:kit")).satisfies(row -> {
      assertThat(row.termsByName()).containsExactly(2);
      assertThat(row.anomalies()).extracting(Anomaly::target).extracting(Tag::toString)
          .containsExactly("delivery:d-2", "delivery:d-3");
    });
  }

  @Test
  void anomalies_are_found_by_kind_and_by_the_thing_concerned(LedgerScenario ledger) {
    var view = Replay.of(ledger.ledger().reader()).run(new Anomalies()).view(new Anomalies());

    assertThat(view.where("kind", "InferredStep")).extracting(Watched::about).extracting(Tag::toString)
        .containsExactlyInAnyOrder("event:c6.0", "event:c7.0");
    assertThat(view.where("target", "case:wall")).extracting(Watched::about).extracting(Tag::toString)
        .containsExactlyInAnyOrder("event:c6.0", "event:c7.0", "case:wall");
  }

  private static long positionOf(LedgerScenario ledger, EventId event) {
    return LongStream.rangeClosed(0, ledger.position())
        .filter(it -> ledger.ledger().reader().event(it).id().equals(event)).findFirst().orElseThrow();
  }

  private static List<Watched> rows(LedgerScenario ledger, AsOf asOf) {
    return List.copyOf(
        Replay.of(ledger.ledger().reader()).asOf(asOf).run(new Anomalies()).rows(new Anomalies()).values());
  }

  private static Map<String, Long> open(LedgerScenario ledger, AsOf asOf) {
    Map<String, Long> open = new TreeMap<>();
    Replay.of(ledger.ledger().reader()).asOf(asOf).run(new Anomalies()).view(new Anomalies())
        .figures(FigurePattern.parse("*")).forEach((key, figure) -> open.put(
            String.valueOf(key.labels().get("kind")), ((Figure.Count) figure).tally().lower()));
    return open;
  }
}
