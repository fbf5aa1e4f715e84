package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.decide.Submission;
import org.jspecify.annotations.Nullable;

/** Fills a ledger through its bulk door. */
final class Filling {
  private static final int IN_FLIGHT = 4_000;

  private Filling() {}

  /** Makes a new ledger with so many entries; says how many a second. */
  static double fill(Path file, Options options, int size) throws InterruptedException {
    return size / seconds(file, DistrictHistory.of(options, size), size);
  }

  /** Lets a history go on in its ledger, new or not, until that has so many entries; says how long it took. */
  static double seconds(Path file, DistrictHistory history, int size) throws InterruptedException {
    long start = System.nanoTime();
    try (Ledger ledger = history.open(file)) {
      fill(ledger, history, size, IN_FLIGHT);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Lets a side of that name make the file, in a process that then ends, and prints what came out. */
  static void remotely(String side, Options options, Path file, PrintStream out) throws Exception {
    double rate = RemoteSide.once(side, options);
    try (LedgerReader reader = Ledger.openReadOnly(file)) {
      out.printf(Locale.ROOT, "filled      %,d entries, %,.0f/s, %,d MiB%n", reader.size(), rate,
          Files.size(file) >> 20);
    }
  }

  /**
   * Records what happens until the ledger has that many entries, or some more, if the last step leads to several.
   *
   * @param inFlight how many entries may be on their way at once; with 1, the same history always gives the same bytes,
   *   otherwise decision records also tell how much was durable
   */
  static void fill(Ledger ledger, DistrictHistory history, int size, int inFlight) throws InterruptedException {
    long before = ledger.reader().size();
    record(ledger, history, inFlight, entries -> before + entries < size);
  }

  /**
   * Records what happens as long as that is wanted, and waits until it is durable.
   *
   * @param inFlight how many entries may be on their way at once
   * @param wanted whether there is to be more, after so many entries
   * @return how many entries that were
   */
  static long record(Ledger ledger, DistrictHistory history, int inFlight, LongPredicate wanted)
      throws InterruptedException {
    Semaphore free = new Semaphore(inFlight);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    long entries = 0;
    while (wanted.test(entries) && failure.get() == null) {
      Step step = history.next();
      if (step.isForBulk()) {
        free.acquire();
        var unused = ledger.history().appendAsync(step.header(), step.events()).whenComplete((receipt, problem) -> {
          if (problem != null) {
            failure.set(problem);
          }
          free.release();
        });
      } else {
        // The rules see what is under way, so this need not wait for it.
        Callers.record(ledger, new Submission(step.asked().command(), step.asked().header()));
      }
      entries += step.entries();
    }
    free.acquire(inFlight);
    Throwable problem = failure.get();
    if (problem != null) {
      throw new IllegalStateException("The ledger could not be filled", problem);
    }
    return entries;
  }
}
