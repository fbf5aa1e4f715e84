package org.communityledger.benchmarks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.communityledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Fills a ledger through its bulk door. */
final class Filling {
  private static final int IN_FLIGHT = 4_000;

  private Filling() {}

  /** Registers the district and records what happens in it, until the ledger has that many entries. */
  static void fill(Ledger ledger, CaseHistories histories, int size) throws InterruptedException {
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
