package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.Participation;
import org.communityledger.projection.aid.AidByProgramme;
import org.communityledger.projection.aid.AidByRecipient;
import org.communityledger.projection.aid.AidBySite;
import org.communityledger.projection.aid.ScreeningFunnel;
import org.communityledger.projection.aid.StockBalance;
import org.communityledger.projection.cases.AppealDocket;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.cases.Rework;
import org.communityledger.projection.cases.SlaBreaches;
import org.communityledger.projection.cases.StageDurations;
import org.communityledger.projection.cases.ThreeRates;
import org.communityledger.projection.membership.Applicants;
import org.communityledger.projection.membership.Appointments;
import org.communityledger.projection.membership.Bonds;
import org.communityledger.projection.membership.Honours;
import org.communityledger.projection.membership.MembershipRegister;
import org.communityledger.projection.membership.StandingHistory;
import org.communityledger.projection.parties.HouseholdsByPerson;
import org.communityledger.projection.parties.OrgTree;
import org.communityledger.projection.places.AssetRegister;
import org.communityledger.projection.places.Coverage;
import org.communityledger.projection.places.PlaceRegister;
import org.communityledger.projection.places.SiteDirectory;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Attestations;
import org.communityledger.projection.records.AuditTrail;
import org.communityledger.projection.records.Corrections;
import org.communityledger.projection.records.ErasureRegister;
import org.communityledger.records.FigureUnit;
import org.communityledger.records.KnownFigures;
import org.communityledger.records.KnownFigures.KnownFigure;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What can be attested is what the shipped projections count, figure by figure: in each history all known figures of those
 * beginnings are counted, and no others, each in the unit the table has for it.
 */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownFiguresTest {
  @Test
  void the_figures_of_cases_and_of_the_trail_can_be_attested(LedgerScenario ledger) {
    CaseHistory.tell(ledger);

    requireThatAllAreKnown(ledger,
        List.of(new CaseRegister(), new HazardFixHistory(), new AuditTrail(), new Corrections()),
        "cases.open", "cases.closed", "cases.stage", "cases.doneUnverified", "audit.", "corrections.");
  }

  @Test
  void the_figures_of_appeals_can_be_attested(LedgerScenario ledger) {
    AppealHistory.tell(ledger);

    requireThatAllAreKnown(ledger, List.of(new AppealDocket()), "cases.appeals");
  }

  @Test
  void the_figures_of_durations_due_dates_rework_and_ratings_can_be_attested(LedgerScenario ledger) {
    RatesHistory.tell(ledger);

    requireThatAllAreKnown(ledger, List.of(new StageDurations(), new SlaBreaches(), new Rework(), new ThreeRates()),
        "cases.daysAt", "cases.visitsAt", "cases.effort", "cases.due", "cases.rework", "cases.reopened",
        "cases.returned", "cases.response", "cases.resolution", "cases.satisfaction", "cases.ratings", "cases.remarks");
  }

  @Test
  void the_figures_of_parties_and_of_anomalies_can_be_attested(LedgerScenario ledger) {
    PartiesHistory.tell(ledger);

    requireThatAllAreKnown(ledger, List.of(new OrgTree(), new HouseholdsByPerson(), new Anomalies()), "orgs.",
        "households.", "anomalies.");
  }

  @Test
  void the_figures_of_standings_can_be_attested(LedgerScenario ledger) {
    StandingsHistory.tell(ledger);

    requireThatAllAreKnown(ledger, List.of(new MembershipRegister(), new Applicants(), new StandingHistory()),
        "standings.");
  }

  @Test
  void the_figures_of_what_is_said_forgotten_and_held_can_be_attested(LedgerScenario ledger) {
    RecordsHistory.tell(ledger);

    requireThatAllAreKnown(ledger, List.of(new Attestations(), new ErasureRegister()), "attestations.", "erasures.",
        "holds.");
  }

  @Test
  void the_figures_of_places_sites_assets_and_frames_can_be_attested(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);

    requireThatAllAreKnown(ledger,
        List.of(new PlaceRegister(), new SiteDirectory(), new AssetRegister(), new Coverage()), "places.", "sites.",
        "assets.", "coverage.");
  }

  @Test
  void the_figures_of_activities_can_be_attested(LedgerScenario ledger) {
    ActivityHistory.tell(ledger);

    requireThatAllAreKnown(ledger, List.of(new ActivityLog(), new Participation()), "activities.", "participation.");
  }

  @Test
  void the_figures_of_aid_can_be_attested(LedgerScenario ledger) {
    AidHistory.tell(ledger);

    requireThatAllAreKnown(ledger,
        List.of(new AidByProgramme(), new AidBySite(), new AidByRecipient(), new ScreeningFunnel()), "aid.",
        "screening.");
  }

  @Test
  void the_figures_of_stock_can_be_attested(LedgerScenario ledger) {
    StockHistory.tell(ledger);

    requireThatAllAreKnown(ledger, List.of(new StockBalance()), "stock.");
  }

  @Test
  void the_figures_of_appointments_bonds_and_honours_can_be_attested(LedgerScenario ledger) {
    RolesHistory.tell(ledger);

    requireThatAllAreKnown(ledger, List.of(new Appointments(), new Bonds(), new Honours()), "appointments.", "bonds.",
        "honours.");
  }

  @Test
  void no_other_figure_can_be_attested() {
    assertThat(KnownFigures.shipped().all()).extracting(KnownFigure::name).allSatisfy(it -> assertThat(it).matches(
        "(cases|audit|corrections|orgs|households|anomalies|attestations|erasures|holds|places|sites|assets|coverage|activities"
            + "|participation|appointments|bonds|honours|stock|standings|branches|aid|screening)\\..*"));
  }

  private static void requireThatAllAreKnown(
      LedgerScenario ledger,
      List<Projection<?, ?>> shipped,
      String... beginnings) {
    List<String> known = KnownFigures.shipped().all().stream()
        .filter(it -> Stream.of(beginnings).anyMatch(it.name()::startsWith)).flatMap(KnownFiguresTest::texts).toList();

    assertThat(counted(ledger, shipped)).containsExactlyInAnyOrderElementsOf(known);
  }

  private static SortedSet<String> counted(LedgerScenario ledger, List<Projection<?, ?>> shipped) {
    SortedSet<String> counted = new TreeSet<>();
    for (long position = 0; position <= ledger.position(); position++) {
      Views views = Replay.of(ledger.ledger().reader()).asOf(AsOf.asKnown(position)).run(shipped);
      for (Projection<?, ?> each : shipped) {
        views.view(each).figures(FigurePattern.parse("*")).forEach((key, figure) -> counted.add(text(key, figure)));
      }
    }
    return counted;
  }

  private static String text(FigureKey key, Figure figure) {
    Optional<KnownFigure> row = KnownFigures.shipped().all().stream().filter(it -> it.name().equals(key.name()))
        .findFirst();
    String units = switch (figure) {
      case Figure.Count(Tally tally) -> unit(row.map(KnownFigure::unit), key, tally.unit());
      case Figure.Rate(Ratio ratio) -> unit(row.map(KnownFigure::unit), key, ratio.part().unit()) + "/"
          + unit(row.flatMap(KnownFigure::whole), key, ratio.whole().unit());
    };
    return key.name() + " " + List.copyOf(key.labels().keySet()) + " " + units;
  }

  private static String unit(Optional<FigureUnit> known, FigureKey key, Unit counted) {
    Map<String, String> labels = key.labels();
    if (known.isEmpty()) {
      return counted.code();
    }
    return switch (known.get()) {
      case FigureUnit.Always it -> counted.code();
      case FigureUnit.Named it -> it.label() + (counted.code().equals(labels.get(it.label())) ? "" : " not") + " it";
      case FigureUnit.Listed it -> it.label() + " " + labels.get(it.label()) + " " + counted.code();
      case FigureUnit.Recorded it -> it.label() + (labels.containsKey(it.label()) ? "" : " not") + " there";
    };
  }

  private static Stream<String> texts(KnownFigure figure) {
    String start = figure.name() + " " + figure.labels().stream().sorted().toList() + " ";
    return figure.whole().map(whole -> units(figure.unit())
        .flatMap(part -> units(whole).map(all -> start + part + "/" + all)))
        .orElseGet(() -> units(figure.unit()).map(it -> start + it));
  }

  private static Stream<String> units(FigureUnit unit) {
    return switch (unit) {
      case FigureUnit.Always it -> Stream.of(it.unit().code());
      case FigureUnit.Named it -> Stream.of(it.label() + " it");
      case FigureUnit.Listed it -> it.units().entrySet().stream()
          .map(each -> it.label() + " " + each.getKey() + " " + each.getValue().code());
      case FigureUnit.Recorded it -> Stream.of(it.label() + " there");
    };
  }
}
