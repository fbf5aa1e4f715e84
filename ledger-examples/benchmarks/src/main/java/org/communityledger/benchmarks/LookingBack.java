package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.log.TreeHead;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;

/**
 * Views as they were: one row now and at moments before; and all rows as known when the ledger had half of its entries,
 * against a rebuild of the ledger that really had no more then.
 */
final class LookingBack implements Benchmark {
  private static final int KEYS = 400;

  private final Options options;
  private final int size;

  LookingBack(Options options) {
    this.options = options;
    this.size = options.size().orElse(1_000_000);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Options here = options.in(scratch.folder());
      Prepared prepared = new Prepared(here, size);
      prepared.provideLedgers(out);
      try (LedgerReader ledger = Ledger.openReadOnly(prepared.ledger())) {
        // No side of its own: nothing else has run in this process.
        new RowsLookedUp(ledger, options.seed(), KEYS).run(options.warmups(KEYS * 100), options.pairs(), out);
      }
      try (RemoteSides sides = new RemoteSides(here)) {
        new Comparison(String.format(Locale.ROOT, "asof: all rows when the ledger had %,d of %,d entries", size / 2,
            size), "entries/s")
            .side("A", "Replay as known then, " + Shipped.names(), sides.start("as-known"))
            .side("B", "Replay of the ledger that had stopped then", sides.start("stopped"))
            // What it costs is one over the rate.
            .ratioAtMost("B", "A", 1.2)
            .run(options.warmups(size / 2), options.pairs(), out);
      }
    }
  }

  @Override
  public Side side(String name) {
    Prepared prepared = new Prepared(options, size);
    return switch (name) {
      case Prepared.FILL -> prepared::fill;
      case "as-known" -> {
        TreeHead then = head(prepared.half());
        yield rebuilt(
            Replay.of(Ledger.at(prepared.ledger()).unrestricted().openReadOnly()).asOf(AsOf.asKnown(then.size() - 1)),
            then);
      }
      case "stopped" ->
        rebuilt(Replay.of(Ledger.at(prepared.half()).unrestricted().openReadOnly()), head(prepared.half()));
      default -> throw Benchmark.noSide(name);
    };
  }

  private static TreeHead head(Path file) {
    try (LedgerReader reader = Ledger.openReadOnly(file)) {
      return reader.head();
    }
  }

  private static Side rebuilt(Replay replay, TreeHead expected) {
    return () -> {
      long start = System.nanoTime();
      Views views = replay.run(Shipped.ALL);
      long nanos = System.nanoTime() - start;
      if (!views.head().equals(expected)) {
        throw new IllegalStateException("This is the history of " + views.head() + " instead of " + expected);
      }
      return Callers.perSecond(expected.size(), nanos);
    };
  }
}
