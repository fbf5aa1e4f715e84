package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.projection.Replay;

/** What a replay costs more where 30 % of the events carry sealed values, which it does not open. */
final class SealedReplaying implements Benchmark {
  private final Options options;
  private final int size;

  SealedReplaying(Options options) {
    this.options = options;
    this.size = options.size().orElse(1_000_000);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Options here = options.in(scratch.folder());
      Prepared prepared = new Prepared(here, size);
      prepared.provideLedgers(out);
      prepared.provideSealed(out);
      requireTheSameSize(prepared.ledger(), prepared.sealed());
      try (RemoteSides sides = new RemoteSides(here)) {
        new Comparison(String.format(Locale.ROOT, "sealed-replay: %,d entries", size), "entries/s")
            .side("A", "Replay with hash check, " + Shipped.names() + ": 30 % of the events carry sealed values",
                sides.start("sealed"))
            .side("B", "the same events without these values", sides.start("plain"))
            // What a replay costs is one over the rate.
            .ratioAtMost("B", "A", 1.1)
            .run(options.warmups(size), options.pairs(), out);
      }
    }
  }

  private static void requireTheSameSize(Path one, Path other) {
    if (Prepared.size(one) != Prepared.size(other)) {
      throw new IllegalStateException(one + " and " + other + " have not the same number of entries");
    }
  }

  @Override
  public Side side(String name) throws Exception {
    Prepared prepared = new Prepared(options, size);
    return switch (name) {
      case Prepared.FILL -> prepared::fill;
      case Prepared.FILL_SEALED -> prepared::fillSealed;
      case "sealed" -> Replaying.replayed(Replay.of(Ledger.at(prepared.sealed()).unrestricted().openReadOnly()));
      case "plain" -> Replaying.replayed(Replay.of(Ledger.at(prepared.ledger()).unrestricted().openReadOnly()));
      default -> throw Benchmark.noSide(name);
    };
  }
}
