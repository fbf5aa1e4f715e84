package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.EventId;

/** What a command costs on a large ledger and on a small one. Both stay open and grow by each sample. */
final class Growing {
  private static final int SMALL = 10_000;
  private static final int SAMPLE = 4_000;

  private final Options options;
  private final int large;
  private final int callers;

  Growing(Options options) {
    this.options = options;
    this.large = options.size().orElse(1_000_000);
    this.callers = options.callers().orElse(64);
  }

  void run(PrintStream out) throws Exception {
    int small = Math.min(SMALL, Math.max(1_000, large / 10));
    try (Scratch scratch = Scratch.in(options.folder()); Callers together = new Callers(callers)) {
      Path smallFile = scratch.file("small.ledger");
      Path largeFile = scratch.file("large.ledger");
      Benchmarks.fill(smallFile, options, small, out);
      Benchmarks.fill(largeFile, options, large, out);
      CaseHistories histories = new CaseHistories(options.seed() + 1);
      EventId cause = new EventId(histories.registrations().getFirst().header().command(), 0);
      int samples = options.pairs() + options.warmups();
      List<List<Submission>> forSmall = new ArrayList<>();
      List<List<Submission>> forLarge = new ArrayList<>();
      for (int i = 0; i < samples; i++) {
        forSmall.add(histories.reports(SAMPLE, cause));
        forLarge.add(histories.reports(SAMPLE, cause));
      }
      try (Ledger smallLedger = Ledger.open(smallFile); Ledger largeLedger = Ledger.open(largeFile)) {
        new Comparison(String.format(Locale.ROOT, "growth: %,d commands a sample, %d callers", SAMPLE, callers),
            "commands/s")
            .side("A", String.format(Locale.ROOT, "Ledger.record on a ledger of %,d entries", large),
                () -> perSecond(together, largeLedger, forLarge.removeFirst()))
            .side("B", String.format(Locale.ROOT, "Ledger.record on a ledger of %,d entries", small),
                () -> perSecond(together, smallLedger, forSmall.removeFirst()))
            // The cost of a command is one over the rate.
            .ratioAtMost("B", "A", 1.3)
            .run(options, out);
      }
    }
  }

  private static double perSecond(Callers callers, Ledger ledger, List<Submission> submissions) throws Exception {
    return Callers.perSecond(submissions.size(), callers.nanosToRecord(ledger, submissions));
  }
}
