package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.communityledger.Ledger;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Receipt;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.live.Live;
import org.communityledger.projection.live.Standing;

/**
 * How soon live views show what is recorded: while nothing else happens, and while as much is recorded as the ledger
 * takes. All shipped projections are on, their views are in a file on the disk, and the ledger is large already. Nothing
 * is compared, so all happens in the program's own process, in which nothing else runs.
 */
final class Following implements Benchmark {
  private static final double MOST_WHEN_IDLE = 10;
  private static final int IDLE_COMMANDS = 400;
  private static final long IDLE_PAUSE_MILLIS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Options options;
  private final int size;
  private final int callers;
  private final Duration time;
  private final boolean isHistory;

  private Following(Options options, boolean isHistory) {
    this.options = options;
    this.size = options.size().orElse(1_000_000);
    this.callers = options.callers().orElse(64);
    this.time = Duration.ofSeconds(options.seconds().orElse(60));
    this.isHistory = isHistory;
  }

  /** Commands that report cases: one at a time, then by many callers. */
  static Following commands(Options options) {
    return new Following(options, false);
  }

  /** The history of a district through the bulk door. */
  static Following history(Options options) {
    return new Following(options, true);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Prepared prepared = new Prepared(options.in(scratch.folder()), size);
      prepared.provideLedgers(out);
      prepared.provideViews(out);
      Path file = Files.copy(prepared.ledger(), scratch.file("followed.ledger"));
      Files.copy(prepared.views(), scratch.file("followed.ledger.views"));
      if (isHistory) {
        long there = Prepared.size(file);
        try (Load load = new LoadOfHistory(DistrictHistory.of(options, size), there, callers)) {
          follow(file, load, out);
        }
      } else {
        try (LoadOfCallers load = new LoadOfCallers(callers, options.seed() + 1)) {
          followWhenIdle(file, load, out);
          follow(file, load, out);
        }
      }
    }
  }

  @Override
  public Side side(String name) {
    Prepared prepared = new Prepared(options, size);
    return switch (name) {
      case Prepared.FILL -> prepared::fill;
      case Prepared.MAKE_VIEWS -> prepared::makeViews;
      default -> throw Benchmark.noSide(name);
    };
  }

  private static Live live(Ledger ledger) {
    Live live = Live.of(ledger).projections(Shipped.ALL).start();
    live.awaitApplied(ledger.reader().size() - 1, LONGEST);
    return live;
  }

  /** One command every 20 ms: the last one is long done, and all threads sleep. */
  private static void followWhenIdle(Path file, LoadOfCallers reports, PrintStream out) throws Exception {
    Latencies fromTheCall = new Latencies();
    Latencies fromTheReceipt = new Latencies();
    try (Ledger ledger = reports.open(file);
        Live live = live(ledger);
        ScheduledExecutorService caller = Executors.newSingleThreadScheduledExecutor()) {
      out.printf(Locale.ROOT,
          "%nlive: a command every %d ms, %,d entries, %,d commands after as many that do not count%n",
          IDLE_PAUSE_MILLIS, ledger.reader().size(), IDLE_COMMANDS);
      for (int i = -IDLE_COMMANDS; i < IDLE_COMMANDS; i++) {
        Submission report = reports.next();
        Times times = caller.schedule(() -> record(ledger, live, report), IDLE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
            .get();
        if (i >= 0) {
          fromTheCall.add(times.seen - times.called);
          fromTheReceipt.add(times.seen - times.recorded);
        }
      }
    }
    out.printf(Locale.ROOT, "  from the call of record to the row read: %s; target for the median ≤ %.0f ms: %s%n",
        fromTheCall, MOST_WHEN_IDLE, fromTheCall.median() <= MOST_WHEN_IDLE ? "met" : "MISSED");
    out.printf("  from the receipt to the row read: %s%n", fromTheReceipt);
    out.flush();
  }

  private record Times(long called, long recorded, long seen) {}

  private static Times record(Ledger ledger, Live live, Submission report) {
    long called = System.nanoTime();
    Receipt receipt = Callers.record(ledger, report);
    long recorded = System.nanoTime();
    live.awaitApplied(receipt, LONGEST);
    boolean isThere = live.row(new CaseRegister(), ((ReportCase) report.command()).caseId()).row().isPresent();
    long seen = System.nanoTime();
    if (!isThere) {
      throw new IllegalStateException("The view does not show " + report.command());
    }
    return new Times(called, recorded, seen);
  }

  private void follow(Path file, Load load, PrintStream out) throws Exception {
    try (Ledger ledger = load.open(file); Live live = live(ledger)) {
      load.on(ledger, time.dividedBy(4)); // lets the JIT settle
      live.awaitApplied(ledger.reader().size() - 1, LONGEST);
      out.printf(Locale.ROOT, "%nlive: lag at %,d entries, %d s, %s%n", ledger.reader().size(), time.toSeconds(),
          load.what());
      LagProbe probe = LagProbe.start(ledger, live);
      load.on(ledger, time);
      new LagTable(probe.stop()).print(out);
      out.printf(Locale.ROOT, "  applied: %,.0f entries/s while there were some to apply%n",
          live.progress().stream().mapToDouble(Standing::perSecond).min().orElseThrow());
    }
  }
}
