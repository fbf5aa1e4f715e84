package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.parties.HouseholdsByPerson;
import org.communityledger.projection.parties.OrgTree;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Attestations;
import org.communityledger.projection.records.AuditTrail;
import org.communityledger.projection.records.Corrections;
import org.communityledger.projection.records.ErasureRegister;
import org.communityledger.records.KnownFigures;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What can be attested is what the shipped projections count, figure by figure. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownFiguresTest {
  private static final List<Projection<?, ?>> SHIPPED = List.of(new CaseRegister(), new HazardFixHistory(),
      new OrgTree(), new HouseholdsByPerson(), new Attestations(), new Anomalies(), new AuditTrail(),
      new Corrections(), new ErasureRegister());

  @Test
  void the_figures_of_cases_and_of_the_trail_can_be_attested(LedgerScenario ledger) {
    CaseHistory.tell(ledger);

    requireThatAllAreCounted(ledger, "cases.", "audit.", "corrections.");
  }

  @Test
  void the_figures_of_parties_and_of_anomalies_can_be_attested(LedgerScenario ledger) {
    PartiesHistory.tell(ledger);

    requireThatAllAreCounted(ledger, "orgs.", "households.", "anomalies.");
  }

  @Test
  void the_figures_of_what_is_said_forgotten_and_held_can_be_attested(LedgerScenario ledger) {
    RecordsHistory.tell(ledger);

    requireThatAllAreCounted(ledger, "attestations.", "erasures.", "holds.");
  }

  @Test
  void no_other_figure_can_be_attested() {
    assertThat(known()).allSatisfy(it -> assertThat(it)
        .matches("(cases|audit|corrections|orgs|households|anomalies|attestations|erasures|holds)\\..*"));
  }

  private static void requireThatAllAreCounted(LedgerScenario ledger, String... beginnings) {
    SortedSet<String> counted = counted(ledger);

    assertThat(known()).containsAll(counted);
    assertThat(counted)
        .containsAll(known().stream().filter(it -> Stream.of(beginnings).anyMatch(it::startsWith)).toList());
  }

  private static List<String> known() {
    return KnownFigures.shipped().all().stream()
        .map(it -> text(it.name(), it.labels(), it.unit(), it.whole())).sorted().toList();
  }

  private static SortedSet<String> counted(LedgerScenario ledger) {
    SortedSet<String> counted = new TreeSet<>();
    for (long position = 0; position <= ledger.position(); position++) {
      Views views = Replay.of(ledger.ledger().reader()).asOf(AsOf.asKnown(position)).run(SHIPPED);
      for (Projection<?, ?> each : SHIPPED) {
        SortedMap<FigureKey, Figure> figures = views.view(each).figures(FigurePattern.parse("*"));
        figures.forEach((key, figure) -> counted.add(text(key, figure)));
      }
    }
    return counted;
  }

  private static String text(FigureKey key, Figure figure) {
    List<String> labels = List.copyOf(key.labels().keySet());
    return switch (figure) {
      case Figure.Count(Tally tally) -> text(key.name(), labels, tally.unit(), Optional.empty());
      case Figure.Rate(Ratio ratio) ->
        text(key.name(), labels, ratio.part().unit(), Optional.of(ratio.whole().unit()));
    };
  }

  private static String text(String name, List<String> labels, Unit unit, Optional<Unit> whole) {
    return name + " " + labels.stream().sorted().toList() + " " + unit.code()
        + whole.map(it -> "/" + it.code()).orElse("");
  }
}
