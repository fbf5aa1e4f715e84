package org.communityledger.quickstart.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.lines.CommandLines;
import org.communityledger.lines.InvalidLine;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.Participation;
import org.communityledger.projection.aid.AidByProgramme;
import org.communityledger.projection.aid.AidByRecipient;
import org.communityledger.projection.aid.AidBySite;
import org.communityledger.projection.aid.LotCustody;
import org.communityledger.projection.aid.ScreeningFunnel;
import org.communityledger.projection.aid.StockBalance;
import org.communityledger.projection.cases.AppealDocket;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
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
import org.communityledger.projection.records.Reconciliation;
import org.jspecify.annotations.Nullable;

/** The two ledgers of the page, each loaded once for all tests that only look at it. */
final class PageLedger {
  static final PageLedger PRESS = new PageLedger("press");
  static final PageLedger ITEMISED = new PageLedger("itemised");

  static final Path SEEDS = Path.of("../../seeds/pingcheng-2024-08-02");

  /** The day on which the page was printed; the seeds are loaded in its evening. */
  static final LocalDate PRINTED = LocalDate.of(2024, 8, 2);
  static final Instant EVENING = Instant.parse("2024-08-02T12:00:00Z");

  static final List<Projection<?, ?>> COUNTING = List.of(new PlaceRegister(), new SiteDirectory(), new AssetRegister(),
      new Coverage(), new ActivityLog(), new Participation(), new CaseRegister(), new AppealDocket(), new OrgTree(),
      new HouseholdsByPerson(), new Anomalies(), new Appointments(), new Bonds(), new Honours(),
      new MembershipRegister(), new Applicants(), new StockBalance(), new AidByProgramme(), new AidByRecipient(),
      new AidBySite(), new ScreeningFunnel(), new ThreeRates(), new StageDurations());
  static final List<Projection<?, ?>> ALL = Stream
      .concat(COUNTING.stream(),
          Stream.of(new HazardFixHistory(), new LotCustody(), new StandingHistory(), new Corrections(),
              new Attestations(), new AuditTrail(), new ErasureRegister()))
      .toList();

  private static final Path FOLDER = Path.of("target", "seed-ledgers");

  private final String acts;
  private @Nullable LedgerReader reader;
  private @Nullable Views views;
  private @Nullable Reconciliation reconciliation;

  private PageLedger(String acts) {
    this.acts = acts;
  }

  /** Both. */
  static List<PageLedger> values() {
    return List.of(PRESS, ITEMISED);
  }

  /** The one of that name; JUnit reads parameters by it. */
  static PageLedger of(String name) {
    return values().stream().filter(it -> it.toString().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return acts.toUpperCase(Locale.ROOT);
  }

  /** The files whose lines make the ledger, in order. */
  List<Path> parts() {
    return Stream.of("registry", "attestations", acts).map(it -> SEEDS.resolve(it + ".jsonl")).toList();
  }

  /** Opens a ledger whose clock stands still. */
  static Ledger open(Path file, Instant now) {
    return Ledger.at(file).unrestricted().clock(InstantSource.fixed(now)).open();
  }

  /** The ledger as loaded, for reading only. */
  synchronized LedgerReader reader() {
    LedgerReader known = reader;
    if (known == null) {
      known = Ledger.at(load()).unrestricted().openReadOnly();
      reader = known;
    }
    return known;
  }

  private Path load() {
    try {
      Files.createDirectories(FOLDER);
      Path file = FOLDER.resolve(acts + ".ledger");
      for (Path old : filesOf(file)) {
        Files.delete(old);
      }
      try (Ledger ledger = open(file, EVENING)) {
        for (Path part : parts()) {
          new CommandLines(ledger).load(part);
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidLine e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static List<Path> filesOf(Path ledger) throws IOException {
    try (Stream<Path> files = Files.list(ledger.toAbsolutePath().getParent())) {
      return files.filter(it -> it.getFileName().toString().startsWith(ledger.getFileName().toString())).toList();
    }
  }

  /** A copy to go on with, opened at that time. */
  Ledger copy(Path folder, Instant now) {
    try {
      Path file = reader().file().orElseThrow();
      for (Path each : filesOf(file)) {
        Files.copy(each, folder.resolve(each.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
      return open(folder.resolve(file.getFileName()), now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All views as they stand after loading. */
  synchronized Views views() {
    Views known = views;
    if (known == null) {
      known = Replay.of(reader()).run(ALL);
      views = known;
    }
    return known;
  }

  Optional<Figure> figure(String pattern) {
    return figure(views(), pattern);
  }

  static Optional<Figure> figure(Views views, String pattern) {
    FigurePattern wanted = FigurePattern.parse(pattern);
    return ALL.stream().flatMap(it -> views.view(it).sum(wanted).stream()).findFirst();
  }

  synchronized Reconciliation reconciliation() {
    Reconciliation known = reconciliation;
    if (known == null) {
      known = Reconciliation.of(Replay.of(reader()), new AsOf.Knowledge.Head(), COUNTING);
      reconciliation = known;
    }
    return known;
  }
}
