package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.benchmarks.RecordedRows.Recorded;

/**
 * The benchmarks {@code record} and {@code single}: the same commands through the ledger's door, their rows straight into
 * SQLite, and their bytes through Axon's own engine. Each sample has new files.
 */
final class Recording implements Benchmark {
  private final Options options;
  private final int size;
  private final int perTransaction;

  private Recording(Options options, int size, int perTransaction) {
    this.options = options;
    this.size = options.size().orElse(size);
    this.perTransaction = perTransaction;
  }

  /** Many callers, against raw inserts of 100 commands a transaction. */
  static Recording together(Options options) {
    return new Recording(options, 20_000, 100);
  }

  /** One caller, against raw single transactions. */
  static Recording alone(Options options) {
    return new Recording(options.with(1), 4_000, 1);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Options here = options.in(scratch.folder());
      RemoteSide.once("reference", here);
      List<Integer> all = options.callers().isPresent() ? List.of(options.callers().getAsInt()) : List.of(64, 256);
      for (int callers : all) {
        try (RemoteSides sides = new RemoteSides(here.with(callers))) {
          Comparison comparison = new Comparison(String.format(Locale.ROOT, "%s: %,d commands a sample, %d %s",
              options.benchmark(), size, callers, callers == 1 ? "caller" : "callers"), "commands/s")
              .side("A", "durable: Ledger.record of ReportCase, one event with four tags", sides.start("ledger"))
              .side("B", String.format(Locale.ROOT,
                  "durable: raw, the same rows into SQLite, %d a transaction, one thread", perTransaction),
                  sides.start("raw"));
          (perTransaction == 1 ? comparison.ratioAtLeast("A", "B", 0.60) : againstAxon(comparison, sides))
              .run(options.warmups(size), options.pairs(), out);
        }
      }
    }
  }

  private Comparison againstAxon(Comparison comparison, RemoteSides sides) throws Exception {
    return comparison
        .side("C",
            String.format(Locale.ROOT, "not durable: Axon's JPA engine on an H2 file with H2's own settings, the "
                + "same callers and bytes, one tag, %,d commands", fewer()),
            sides.start("axon"))
        .side("D", "durable: the same engine, H2 forcing each commit to the disk", sides.start("axon-durable"))
        .ratioAtLeast("A", "B", 0.40)
        .ratioAtLeast("A", "C", 4)
        .ratioAtLeast("A", "D", 4);
  }

  private int fewer() {
    return Math.max(1, size / 2);
  }

  @Override
  public Side side(String name) throws Exception {
    return switch (name) {
      case "reference" -> () -> reference().make(options.seed());
      case "ledger" -> throughLedger();
      case "raw" -> throughRawInserts();
      case "axon" -> throughAxon(AxonJpaStore.Durability.OF_H2);
      case "axon-durable" -> throughAxon(AxonJpaStore.Durability.EACH_COMMIT);
      default -> throw Benchmark.noSide(name);
    };
  }

  private ReferenceLedger reference() {
    return ReferenceLedger.of(options, size);
  }

  private Side throughLedger() {
    Reports reports = Reports.of(options.seed(), size);
    return () -> {
      try (Scratch scratch = Scratch.in(options.folder());
          Callers callers = new Callers(options.callers().orElseThrow());
          Ledger ledger = Ledger.open(scratch.file("measured.ledger"))) {
        return reports.perSecond(ledger, callers);
      }
    };
  }

  private Side throughRawInserts() throws SQLException {
    List<Recorded> commands = reference().rows().commands();
    return () -> {
      try (Scratch scratch = Scratch.in(options.folder());
          RawInserts raw = new RawInserts(scratch.file("raw.db"), TagForm.TEXT)) {
        return Callers.perSecond(size, raw.nanosFor(commands, perTransaction));
      }
    };
  }

  private Side throughAxon(AxonJpaStore.Durability durability) throws SQLException {
    List<Recorded> commands = reference().rows().commands().subList(0, fewer());
    return () -> {
      try (Scratch scratch = Scratch.in(options.folder());
          Callers callers = new Callers(options.callers().orElseThrow());
          AxonJpaStore store = new AxonJpaStore(scratch.file("axon"), options.callers().orElseThrow(), durability)) {
        double rate = Callers.perSecond(commands.size(), callers.nanosFor(commands, store::record));
        if (store.size() != commands.size()) {
          throw new IllegalStateException("Axon's engine stored " + store.size() + " of " + commands.size());
        }
        return rate;
      }
    };
  }
}
