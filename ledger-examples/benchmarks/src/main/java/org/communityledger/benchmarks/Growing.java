package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.EventId;

/**
 * What a command costs on a large ledger and on a small one. Both stay open and grow by each sample; only the last
 * warm-up goes to them, the others to a ledger beside them.
 */
final class Growing implements Benchmark {
  private static final int SMALL = 10_000;
  private static final int SAMPLE = 4_000;
  private static final String LARGE_FILE = "large.ledger";
  private static final String SMALL_FILE = "small.ledger";

  private final Options options;
  private final int large;
  private final int small;
  private final int callers;

  Growing(Options options) {
    this.options = options;
    this.large = options.size().orElse(1_000_000);
    this.small = Math.min(SMALL, Math.max(1_000, large / 10));
    this.callers = options.callers().orElse(64);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Options here = options.in(scratch.folder());
      Filling.remotely("fill-small", here, scratch.file(SMALL_FILE), out);
      Filling.remotely("fill-large", here, scratch.file(LARGE_FILE), out);
      try (RemoteSides sides = new RemoteSides(here)) {
        new Comparison(String.format(Locale.ROOT, "growth: %,d commands a sample, %d callers", SAMPLE, callers),
            "commands/s")
            .side("A", String.format(Locale.ROOT, "Ledger.record on a ledger of %,d entries", large),
                sides.start("large"))
            .side("B", String.format(Locale.ROOT, "Ledger.record on a ledger of %,d entries", small),
                sides.start("small"))
            // The cost of a command is one over the rate.
            .ratioAtMost("B", "A", 1.3)
            .run(options.warmups(SAMPLE), options.pairs(), out);
      }
    }
  }

  @Override
  public Side side(String name) {
    return switch (name) {
      case "fill-large" -> () -> Filling.fill(file(LARGE_FILE), options, large);
      case "fill-small" -> () -> Filling.fill(file(SMALL_FILE), options, small);
      case "large" -> new Recorded(file(LARGE_FILE), file("beside-large.ledger"));
      case "small" -> new Recorded(file(SMALL_FILE), file("beside-small.ledger"));
      default -> throw Benchmark.noSide(name);
    };
  }

  private Path file(String name) {
    return options.folder().resolve(name);
  }

  /** Commands on an open ledger, more in each sample. */
  private final class Recorded implements Side {
    private final CaseHistories histories = new CaseHistories(options.seed() + 1);
    private final EventId cause;
    private final Callers together = new Callers(callers);
    private final Ledger measured;
    private final Ledger beside;
    private int warmupsBeside = options.warmups(SAMPLE) - 1;

    private Recorded(Path measured, Path beside) {
      List<Submission> registrations = histories.registrations();
      this.cause = new EventId(registrations.getFirst().header().command(), 0);
      this.measured = Ledger.at(measured).unrestricted().open();
      this.beside = Ledger.at(beside).unrestricted().open();
      registrations.forEach(it -> Callers.record(this.beside, it));
    }

    @Override
    public double perSecond() throws Exception {
      Ledger ledger = warmupsBeside-- > 0 ? beside : measured;
      return Callers.perSecond(SAMPLE, together.nanosToRecord(ledger, histories.reports(SAMPLE, cause)));
    }
  }
}
