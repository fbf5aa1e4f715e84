package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;

/**
 * All shipped projections over a whole log, every entry hashed, against reading and decoding alone, and against Axon's own
 * processor on Axon's own store.
 */
final class Replaying implements Benchmark {
  private static final int MOST_OF_AXON = 100_000;
  private static final int FIRST_REPLAYS_OF_AXON = 6;

  private final Options options;
  private final int size;
  private final int eventsOfAxon;

  Replaying(Options options) {
    this.options = options;
    this.size = options.size().orElse(1_000_000);
    this.eventsOfAxon = Math.min(size, MOST_OF_AXON);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Options here = options.in(scratch.folder());
      Prepared prepared = new Prepared(here, size);
      prepared.provideLedgers(out);
      prepared.provideAxon(eventsOfAxon, out);
      try (RemoteSides sides = new RemoteSides(here)) {
        new Comparison(String.format(Locale.ROOT, "replay: %,d entries", size), "entries/s")
            .side("A", "Replay with hash check, " + Shipped.names() + ", as it comes: decoding on "
                + Runtime.getRuntime().availableProcessors() + " threads", sides.start("replay"))
            .side("A1", "the same, decoding on 1 thread", sides.start("replay-on-one-thread"))
            .side("B", "raw: one thread, SELECT and Jackson's readValue of envelope and event records",
                sides.start("raw"))
            .side("C", String.format(Locale.ROOT, "Axon's pooled processor on its JPA engine and an H2 file: the same "
                + "bytes, decoded and folded into the same rows, no hash check; %,d events", eventsOfAxon),
                sides.start("axon"))
            .ratioAtLeast("A", "B", 0.8)
            .ratioAtLeast("A", "C", 4)
            .ratio("A1", "B")
            .run(options.warmups(size), options.pairs(), out);
      }
    }
  }

  @Override
  public Side side(String name) throws Exception {
    Prepared prepared = new Prepared(options, size);
    return switch (name) {
      case Prepared.FILL -> prepared::fill;
      case Prepared.FILL_AXON -> () -> prepared.fillAxon(eventsOfAxon);
      case "replay" -> replayed(Replay.of(Ledger.at(prepared.ledger()).unrestricted().openReadOnly()));
      case "replay-on-one-thread" ->
        replayed(Replay.of(Ledger.at(prepared.ledger()).unrestricted().openReadOnly()).onThreads(1));
      case "raw" -> () -> scanned(prepared);
      case "axon" -> throughAxon(prepared);
      default -> throw Benchmark.noSide(name);
    };
  }

  /** Replays all shipped projections; each view must have rows. */
  static Side replayed(Replay replay) {
    return () -> {
      long start = System.nanoTime();
      Views views = replay.run(Shipped.ALL);
      long nanos = System.nanoTime() - start;
      ResidentMemory.peak().ifPresent(
          it -> System.err.printf(Locale.ROOT, "replay: at most %,d MiB resident so far; target ≤ 1,536%n", it));
      if (Shipped.ALL.stream().anyMatch(it -> views.rows(it).isEmpty())) {
        throw new IllegalStateException("A view of the replay has no rows");
      }
      return Callers.perSecond(views.head().size(), nanos);
    };
  }

  private double scanned(Prepared prepared) throws Exception {
    RawScan scan = new RawScan();
    long start = System.nanoTime();
    int decoded = scan.decodeAll(prepared.ledger());
    long nanos = System.nanoTime() - start;
    if (decoded < size) {
      throw new IllegalStateException("The scan read " + decoded + " of " + size);
    }
    return Callers.perSecond(decoded, nanos);
  }

  /** A sample is small, so that the warm-ups of the comparison would not do for the JIT: some replays come before them. */
  private Side throughAxon(Prepared prepared) throws Exception {
    LedgerReader ledger = Ledger.openReadOnly(prepared.ledger());
    AxonProcessor axon = new AxonProcessor(prepared.axon(eventsOfAxon), ledger);
    for (int i = 0; i < FIRST_REPLAYS_OF_AXON; i++) {
      axon.replay();
    }
    return () -> {
      AxonProcessor.Replayed replayed = axon.replay();
      if (axon.size() != eventsOfAxon || replayed.rows().values().stream().anyMatch(Map::isEmpty)) {
        throw new IllegalStateException(
            "Axon replayed " + axon.size() + " of " + eventsOfAxon + " events, or a view has no rows");
      }
      return replayed.perSecond();
    };
  }
}
