package org.communityledger.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.communityledger.Ledger;
import org.communityledger.lines.CommandLines;
import org.communityledger.lines.CommandLines.Loaded;
import org.communityledger.lines.InvalidLine;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.aid.AidByProgramme;
import org.communityledger.projection.aid.AidByRecipient;
import org.communityledger.projection.aid.StockBalance;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.membership.Appointments;
import org.communityledger.projection.membership.Bonds;
import org.communityledger.projection.membership.Honours;
import org.communityledger.projection.membership.MembershipRegister;
import org.communityledger.projection.parties.OrgTree;
import org.communityledger.projection.places.AssetRegister;
import org.communityledger.projection.places.Coverage;
import org.communityledger.projection.places.SiteDirectory;

/** One newspaper page in two ledgers: as it was printed, and as an app would have recorded it. Not thread-safe. */
final class TwoLedgers implements AutoCloseable {
  /** The views whose figures are printed. */
  static final List<Projection<?, ?>> COUNTING = List.of(new CaseRegister(), new SiteDirectory(), new AssetRegister(),
      new Coverage(), new ActivityLog(), new MembershipRegister(), new OrgTree(), new Appointments(), new Bonds(),
      new Honours(), new AidByProgramme(), new AidByRecipient(), new StockBalance());

  private static final Instant EVENING_OF_THE_PAGE = Instant.parse("2024-08-02T12:00:00Z");

  private final Path target;
  private final AtomicReference<Instant> now = new AtomicReference<>(EVENING_OF_THE_PAGE);
  private final Ledger press;
  private final Ledger itemised;

  /**
   * Loads both.
   *
   * @param seeds the folder with {@code registry.jsonl}, {@code attestations.jsonl}, {@code press.jsonl} and
   *   {@code itemised.jsonl}
   * @param target gets the ledgers, replacing what is there of them
   * @throws InvalidLine if a line cannot be recorded
   */
  TwoLedgers(Path seeds, Path target, Page page) throws IOException, InvalidLine {
    this.target = target;
    this.press = load(seeds, "press", page);
    try {
      this.itemised = load(seeds, "itemised", page);
    } catch (IOException | InvalidLine | RuntimeException e) {
      press.close();
      throw e;
    }
  }

  private Ledger load(Path seeds, String acts, Page page) throws IOException, InvalidLine {
    Path file = target.resolve(acts + ".ledger");
    try (Stream<Path> old = Files.list(target)) {
      for (Path each : old.filter(it -> it.getFileName().toString().startsWith(acts + ".ledger")).toList()) {
        Files.delete(each);
      }
    }
    AtomicLong ids = new AtomicLong();
    Ledger ledger = Ledger.at(file).unrestricted().clock(now::get)
        .ids(() -> acts + "-" + ids.incrementAndGet()).open();
    try {
      Loaded all = new Loaded(0, 0, 0);
      for (String part : List.of("registry", "attestations", acts)) {
        Loaded loaded = new CommandLines(ledger).load(seeds.resolve(part + ".jsonl"));
        all = new Loaded(all.lines() + loaded.lines(), all.events() + loaded.events(), all.resent() + loaded.resent());
      }
      page.line(acts + ": " + all.lines() + " commands, " + all.events() + " events, " + all.resent() + " sent again",
          acts + "：" + all.lines() + "条命令，" + all.events() + "条事件，" + all.resent() + "条重复发送");
      return ledger;
    } catch (IOException | InvalidLine | RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  Ledger press() {
    return press;
  }

  Ledger itemised() {
    return itemised;
  }

  /** From here on, what is recorded is recorded then. */
  void itIs(Instant then) {
    now.set(then);
  }

  static Views views(Ledger ledger) {
    return Replay.of(ledger.reader()).run(COUNTING);
  }

  /** What the views count together of the figures meant, in the words of the page. */
  static String counted(Views views, String pattern, Page page) {
    FigurePattern wanted = FigurePattern.parse(pattern);
    return COUNTING.stream().flatMap(it -> views.view(it).sum(wanted).stream()).findFirst()
        .map(page::figure).orElse("-");
  }

  @Override
  public void close() {
    press.close();
    itemised.close();
  }
}
