package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;

/** Both projections of cases over a whole log, every entry hashed, against reading and decoding alone. */
final class Replaying {
  private final Options options;
  private final int size;

  Replaying(Options options) {
    this.options = options;
    this.size = options.size().orElse(200_000);
  }

  void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Path file = scratch.file("replayed.ledger");
      Benchmarks.fill(file, options, size, out);
      int processors = Runtime.getRuntime().availableProcessors();
      try (LedgerReader reader = Ledger.openReadOnly(file)) {
        new Comparison(String.format(Locale.ROOT, "replay: %,d entries", size), "entries/s")
            .side("A", "Replay with hash check, CaseRegister and HazardFixHistory, as it comes: decoding on "
                + processors + " threads", () -> replayed(Replay.of(reader.log(), reader.codec())))
            .side("A1", "the same, decoding on 1 thread",
                () -> replayed(Replay.of(reader.log(), reader.codec()).onThreads(1)))
            .side("B", "raw: one thread, SELECT and Jackson's readValue of envelope and event records",
                () -> scanned(file))
            .ratioAtLeast("A", "B", 0.70)
            .ratio("A1", "B")
            .run(options, out);
      }
    }
  }

  private double replayed(Replay replay) {
    CaseRegister register = new CaseRegister();
    long start = System.nanoTime();
    Views views = replay.run(register, new HazardFixHistory());
    long nanos = System.nanoTime() - start;
    if (views.rows(register).isEmpty()) {
      throw new IllegalStateException("The replay found no case");
    }
    return Callers.perSecond(size, nanos);
  }

  private double scanned(Path file) throws Exception {
    RawScan scan = new RawScan();
    long start = System.nanoTime();
    int decoded = scan.decodeAll(file);
    long nanos = System.nanoTime() - start;
    if (decoded != size) {
      throw new IllegalStateException("The scan read " + decoded + " of " + size);
    }
    return Callers.perSecond(size, nanos);
  }
}
