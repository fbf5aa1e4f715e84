package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.jspecify.annotations.Nullable;

/** Fills a ledger through its bulk door. */
final class Filling {
  private static final int IN_FLIGHT = 4_000;

  private Filling() {}

  /** Makes a new ledger with so many entries; says how many a second. */
  static double fill(Path file, long seed, int size) throws InterruptedException {
    long start = System.nanoTime();
    try (Ledger ledger = Ledger.open(file)) {
      fill(ledger, new CaseHistories(seed), size);
    }
    return Callers.perSecond(size, System.nanoTime() - start);
  }

  /** Lets a side of that name make the file, in a process that then ends, and prints what came out. */
  static void remotely(String side, Options options, Path file, PrintStream out) throws Exception {
    double rate = RemoteSide.once(side, options);
    try (LedgerReader reader = Ledger.openReadOnly(file)) {
      out.printf(Locale.ROOT, "filled      %,d entries, %,.0f/s, %,d MiB%n", reader.size(), rate,
          Files.size(file) >> 20);
    }
  }

  /** Registers the district and records what happens in it, until the ledger has that many entries. */
  private static void fill(Ledger ledger, CaseHistories histories, int size) throws InterruptedException {
    histories.registrations().forEach(it -> Callers.record(ledger, it));
    Semaphore free = new Semaphore(IN_FLIGHT);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    for (long missing = size - ledger.reader().size(); missing > 0 && failure.get() == null; missing--) {
      free.acquire();
      CaseHistories.Step step = histories.next();
      var unused = ledger.history().appendAsync(step.header(), step.events()).whenComplete((receipt, problem) -> {
        free.release();
        if (problem != null) {
          failure.set(problem);
        }
      });
    }
    free.acquire(IN_FLIGHT);
    Throwable problem = failure.get();
    if (problem != null) {
      throw new IllegalStateException("The ledger could not be filled", problem);
    }
  }
}
