package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.cases.AgeBuckets;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.OpenByAge;
import org.communityledger.projection.cases.RatesPolicy;
import org.communityledger.projection.cases.Rework;
import org.communityledger.projection.cases.SlaBreaches;
import org.communityledger.projection.cases.StageDurations;
import org.communityledger.projection.cases.StageRow;
import org.communityledger.projection.cases.ThreeRates;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same lives of cases told twice: with the days on which things really happened, and with what a clerk wrote down. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RatesOfTrueDaysTest {
  private static final EventId EARLIER = EventId.parse("some.0");
  private static final int CASES = 12;

  @TempDir
  Path folder;

  @Test
  void whatever_the_true_days_were_the_true_rates_lie_in_those_told() {
    Seeds.cases(8, random -> {
      try (WallLedger exact = open(); WallLedger stated = open()) {
        live(exact, stated, random);

        for (int i = 0; i < 4; i++) {
          AsOf day = AsOf.asHappened(TODAY.minusDays(random.nextInt(20)));
          LocalDate from = TODAY.minusDays(random.nextInt(10, 30));
          Period period = new Period(from, from.plusDays(random.nextInt(10)));
          SortedMap<FigureKey, Figure> truth = figures(exact, day, period);

          requireWithin(figures(stated, day, period), truth);
          assertThat(truth.values()).allSatisfy(RatesOfTrueDaysTest::requirePartOfWhole);
        }
      }
    });
  }

  @Test
  void the_days_of_all_stages_add_up_to_the_days_since_the_report() {
    Seeds.cases(8, random -> {
      try (WallLedger exact = open(); WallLedger stated = open()) {
        live(exact, stated, random);

        for (StageRow row : exact.replay().run(new StageDurations()).rows(new StageDurations()).values()) {
          long days = row.times().stream().mapToLong(it -> it.days().least()).sum();
          assertThat(row.times()).allMatch(it -> it.days().isExact());
          assertThat(row.since().earliest().orElseThrow().minusDays(days)).isEqualTo(reported(exact, row.caseId()));
        }
      }
    });
  }

  @Test
  void ages_of_open_cases_add_up_to_the_open_cases() {
    Seeds.cases(8, random -> {
      try (WallLedger exact = open(); WallLedger stated = open()) {
        live(exact, stated, random);
        LocalDate day = TODAY.minusDays(random.nextInt(20));

        Views views = stated.replay().asOf(AsOf.asHappened(day)).run(new CaseRegister(), new OpenByAge());
        Figures ages = OpenByAge.on(day, views.view(new OpenByAge()), new AgeBuckets(List.of(2L, 5L, 9L)));

        assertThat(ages.sum(FigurePattern.parse("cases.openByAge")))
            .isEqualTo(views.view(new CaseRegister()).sum(FigurePattern.parse("cases.open")));
      }
    });
  }

  private WallLedger open() throws IOException {
    return WallLedger.in(Files.createTempDirectory(folder, "ledger"));
  }

  private static LocalDate reported(WallLedger ledger, CaseId id) {
    return ledger.replay().run(new CaseRegister()).row(new CaseRegister(), id).orElseThrow().reported().earliest()
        .orElseThrow();
  }

  private static SortedMap<FigureKey, Figure> figures(WallLedger ledger, AsOf asOf, Period period) {
    Views views = ledger.replay().asOf(asOf).run(new StageDurations(), new SlaBreaches(), new Rework(),
        new ThreeRates(), new OpenByAge());
    LocalDate day = asOf.day().orElseThrow();
    FigurePattern all = FigurePattern.parse("*");
    SortedMap<FigureKey, Figure> figures = new TreeMap<>();
    figures.putAll(views.view(new StageDurations()).figures(all));
    figures.putAll(views.view(new SlaBreaches()).figures(all));
    figures.putAll(views.view(new Rework()).figures(all));
    figures.putAll(views.view(new ThreeRates()).figures(all));
    figures.putAll(StageDurations.fixes(views.view(new StageDurations()), period, day).figures().figures(all));
    figures.putAll(SlaBreaches.closing(views.view(new SlaBreaches()), period, day).figures().figures(all));
    figures.putAll(Rework.rates(views.view(new Rework()), period, day).figures().figures(all));
    figures.putAll(ThreeRates.rates(views.view(new ThreeRates()), period, RatesPolicy.USUAL, day).figures()
        .figures(all));
    figures.putAll(OpenByAge.on(day, views.view(new OpenByAge()), new AgeBuckets(List.of(2L, 5L))).figures(all));
    return figures;
  }

  private static void requireWithin(SortedMap<FigureKey, Figure> told, SortedMap<FigureKey, Figure> truth) {
    assertThat(told).containsKeys(truth.keySet().toArray(FigureKey[]::new));
    told.forEach((key, figure) -> {
      Figure was = truth.getOrDefault(key, figure.none());
      assertThat(List.of(was, figure)).as(key.toString()).satisfies(it -> requireWithin(figure, was));
    });
  }

  private static void requireWithin(Figure told, Figure truth) {
    switch (told) {
      case Figure.Count(Tally tally) -> requireWithin(tally, ((Figure.Count) truth).tally());
      case Figure.Rate(Ratio ratio) -> {
        requireWithin(ratio.part(), ((Figure.Rate) truth).ratio().part());
        requireWithin(ratio.whole(), ((Figure.Rate) truth).ratio().whole());
      }
    }
  }

  private static void requireWithin(Tally told, Tally truth) {
    assertThat(told.lower()).isLessThanOrEqualTo(truth.lower());
    told.upper().ifPresent(most -> assertThat(truth.upper().orElseThrow()).isLessThanOrEqualTo(most));
  }

  private static void requirePartOfWhole(Figure figure) {
    if (figure instanceof Figure.Rate(Ratio ratio) && ratio.part().unit().equals(ratio.whole().unit())) {
      assertThat(ratio.part().upper().orElseThrow()).isLessThanOrEqualTo(ratio.whole().lower());
    }
  }

  private static void live(WallLedger exact, WallLedger stated, SplittableRandom random) {
    List<CompletableFuture<Receipt>> recorded = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      LocalDate day = TODAY.minusDays(random.nextInt(10, 40));
      for (CaseEvent each : life(new CaseId("k" + i), day, random)) {
        day = day.plusDays(random.nextInt(4));
        if (day.isAfter(TODAY)) {
          break;
        }
        CommandId id = new CommandId("t" + recorded.size());
        recorded.add(record(exact, id, each, When.on(day)));
        recorded.add(record(stated, id, each, TrueDays.stated(day, random)));
      }
    }
    recorded.forEach(CompletableFuture::join);
  }

  private static CompletableFuture<Receipt> record(WallLedger ledger, CommandId id, CaseEvent event, When when) {
    return ledger.ledger().history().appendAsync(Header.of(id, CLERK, when, Source.of(Source.Kind.IMPORT, "test")),
        List.of(event));
  }

  private static List<CaseEvent> life(CaseId id, LocalDate day, SplittableRandom random) {
    List<CaseEvent> life = new ArrayList<>();
    life.add(new CaseReported(id, CaseKind.HAZARD, random.nextBoolean() ? "wall" : "lamp", WallLedger.ESTATE,
        Optional.empty(), Severity.LOW, Optional.empty(), Optional.empty(), Channel.PATROL, Optional.empty(),
        Optional.empty()));
    life.add(new CaseAccepted(id, OFFICE, Optional.empty(),
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(day.plusDays(random.nextInt(15)))));
    if (random.nextInt(3) == 0) {
      life.add(new CaseSuspended(id, day.plusDays(random.nextInt(10, 25)), Optional.empty()));
      life.add(new CaseResumed(id, EARLIER));
    }
    life.add(assigned(id));
    if (random.nextInt(3) == 0) {
      life.add(new AssignmentReturned(id, EARLIER));
      life.add(assigned(id));
    }
    life.add(new WorkStarted(id, EARLIER));
    if (random.nextInt(3) == 0) {
      life.add(new DeadlineExtended(id, day.plusDays(random.nextInt(8, 20)), 1, Optional.empty()));
    }
    life.add(completed(id));
    if (random.nextInt(3) == 0) {
      life.add(new WorkRejected(id, Optional.empty(), EARLIER));
      life.add(completed(id));
    }
    life.add(new WorkVerified(id, Optional.empty(), EARLIER));
    life.add(new CaseClosed(id, random.nextBoolean() ? CaseOutcome.FIXED : CaseOutcome.ANSWERED, Optional.empty(),
        Optional.empty()));
    life.add(new CaseRated(id, answer(random), answer(random), answer(random),
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextInt(1, 6)), Optional.empty(),
        Optional.empty()));
    life.add(new CaseReopened(id, 1, day.plusDays(random.nextInt(10, 30)), EARLIER));
    life.add(new CaseClosed(id, CaseOutcome.FIXED, Optional.empty(), Optional.empty()));
    return life;
  }

  private static Optional<Boolean> answer(SplittableRandom random) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextBoolean());
  }

  private static CaseEvent assigned(CaseId id) {
    return new CaseAssigned(id, GUODONG, "repair", Optional.empty(), Optional.empty());
  }

  private static CaseEvent completed(CaseId id) {
    return new WorkCompleted(id, GUODONG, Optional.empty(), Extent.WHOLE, Optional.of(Tally.atLeast(2, Unit.DAY)),
        Optional.empty(), EARLIER);
  }
}
