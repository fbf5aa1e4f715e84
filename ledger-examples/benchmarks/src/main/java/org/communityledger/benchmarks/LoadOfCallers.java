package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.communityledger.Ledger;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.EventId;

/** Callers who each report one case after the other through {@code Ledger.record} and wait for the answer. */
final class LoadOfCallers implements Load {
  private final int number;
  private final CaseHistories histories;
  private final EventId cause;
  private final ExecutorService threads;

  LoadOfCallers(int number, long seed) {
    this.number = number;
    this.histories = new CaseHistories(seed);
    this.cause = new EventId(histories.registrations().getFirst().header().command(), 0);
    this.threads = Executors.newFixedThreadPool(number);
  }

  @Override
  public String what() {
    return number + " callers of Ledger.record, ReportCase";
  }

  @Override
  public Ledger open(Path file) {
    return Ledger.open(file);
  }

  @Override
  public void on(Ledger ledger, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(threads.submit(() -> {
        while (System.nanoTime() < end) {
          Callers.record(ledger, next());
        }
      }));
    }
    for (Future<?> each : all) {
      each.get();
    }
  }

  /** One more report. May be called by any thread. */
  synchronized Submission next() {
    return histories.reports(1, cause).getFirst();
  }

  @Override
  public void close() {
    threads.close();
  }
}
