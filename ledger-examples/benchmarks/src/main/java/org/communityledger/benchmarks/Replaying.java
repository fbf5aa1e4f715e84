package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;

/** Both projections of cases over a whole log, every entry hashed, against reading and decoding alone. */
final class Replaying implements Benchmark {
  private static final String FILE = "replayed.ledger";

  private final Options options;
  private final int size;

  Replaying(Options options) {
    this.options = options;
    this.size = options.size().orElse(200_000);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Options here = options.in(scratch.folder());
      Filling.remotely("fill", here, scratch.file(FILE), out);
      try (RemoteSides sides = new RemoteSides(here)) {
        new Comparison(String.format(Locale.ROOT, "replay: %,d entries", size), "entries/s")
            .side("A", "Replay with hash check, CaseRegister and HazardFixHistory, as it comes: decoding on "
                + Runtime.getRuntime().availableProcessors() + " threads", sides.start("replay"))
            .side("A1", "the same, decoding on 1 thread", sides.start("replay-on-one-thread"))
            .side("B", "raw: one thread, SELECT and Jackson's readValue of envelope and event records",
                sides.start("raw"))
            .ratioAtLeast("A", "B", 0.70)
            .ratio("A1", "B")
            .run(options.warmups(size), options.pairs(), out);
      }
    }
  }

  @Override
  public Side side(String name) {
    return switch (name) {
      case "fill" -> () -> Filling.fill(file(), options.seed(), size);
      case "replay" -> replayed(Replay.of(Ledger.openReadOnly(file())));
      case "replay-on-one-thread" -> replayed(Replay.of(Ledger.openReadOnly(file())).onThreads(1));
      case "raw" -> this::scanned;
      default -> throw Benchmark.noSide(name);
    };
  }

  private Path file() {
    return options.folder().resolve(FILE);
  }

  private Side replayed(Replay replay) {
    return () -> {
      CaseRegister register = new CaseRegister();
      long start = System.nanoTime();
      Views views = replay.run(register, new HazardFixHistory());
      long nanos = System.nanoTime() - start;
      if (views.rows(register).isEmpty()) {
        throw new IllegalStateException("The replay found no case");
      }
      return Callers.perSecond(size, nanos);
    };
  }

  private double scanned() throws Exception {
    RawScan scan = new RawScan();
    long start = System.nanoTime();
    int decoded = scan.decodeAll(file());
    long nanos = System.nanoTime() - start;
    if (decoded != size) {
      throw new IllegalStateException("The scan read " + decoded + " of " + size);
    }
    return Callers.perSecond(size, nanos);
  }
}
