package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import org.communityledger.Ledger;

/** The history that filled a ledger goes on through the bulk door, which asks no rule. */
final class LoadOfHistory implements Load {
  private final DistrictHistory history;
  private final int inFlight;

  /**
   * What comes after the entries that are there.
   *
   * @param history the history from its beginning
   * @param there how many entries of the history the ledger has
   * @param inFlight how many entries are on their way at once
   */
  LoadOfHistory(DistrictHistory history, long there, int inFlight) {
    this.history = history;
    this.inFlight = inFlight;
    history.skip(there - 1); // the first entry is the founding, which is no step
  }

  @Override
  public String what() {
    return "the district's history through the bulk door, " + inFlight + " entries on their way";
  }

  @Override
  public Ledger open(Path file) {
    return history.open(file);
  }

  @Override
  public void on(Ledger ledger, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    Filling.record(ledger, history, inFlight, entries -> System.nanoTime() < end);
  }

  @Override
  public void close() {
    // it has no threads
  }
}
