package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Outcome;

/**
 * What it costs to decide a delivery, with a limit, a quota and stock, after many deliveries of the programme and after few.
 * First deliveries that are refused when all is read, which are decided and not recorded; then deliveries that are recorded.
 */
final class Delivering implements Benchmark {
  private static final int FEW = 1_000;
  private static final int REFUSED = 5_000;
  /** Few, because each makes the small ledger larger. */
  private static final int RECORDED = 300;
  private static final int RECORDED_WARMUPS = 4;
  private static final String LARGE_FILE = "large.ledger";
  private static final String SMALL_FILE = "small.ledger";

  private final Options options;
  private final int many;

  Delivering(Options options) {
    this.options = options;
    this.many = options.size().orElse(200_000);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Options here = options.in(scratch.folder());
      Filling.remotely("fill-small", here, scratch.file(SMALL_FILE), out);
      Filling.remotely("fill-large", here, scratch.file(LARGE_FILE), out);
      compare(here, "refused", "deliver: %,d deliveries a sample, decided and refused, 1 caller", REFUSED,
          options.warmups(REFUSED), out);
      compare(here, "recorded", "deliver: %,d deliveries a sample, recorded, 1 caller", RECORDED,
          options.warmups().orElse(RECORDED_WARMUPS), out);
    }
  }

  private void compare(Options here, String what, String title, int sample, int warmups, PrintStream out)
      throws Exception {
    try (RemoteSides sides = new RemoteSides(here)) {
      new Comparison(String.format(Locale.ROOT, title, sample), "commands/s")
          .side("A", String.format(Locale.ROOT, "after %,d deliveries of the programme", many),
              sides.start(what + "-large"))
          .side("B", String.format(Locale.ROOT, "after %,d deliveries of the programme", FEW),
              sides.start(what + "-small"))
          // The cost of a command is one over the rate.
          .ratioAtMost("B", "A", 2)
          .run(warmups, options.pairs(), out);
    }
  }

  @Override
  public Side side(String name) {
    return switch (name) {
      case "fill-large" -> () -> new Handouts(many).fill(file(LARGE_FILE));
      case "fill-small" -> () -> new Handouts(FEW).fill(file(SMALL_FILE));
      case "refused-large" -> refused(file(LARGE_FILE), many);
      case "refused-small" -> refused(file(SMALL_FILE), FEW);
      case "recorded-large" -> recorded(file(LARGE_FILE), many);
      case "recorded-small" -> recorded(file(SMALL_FILE), FEW);
      default -> throw Benchmark.noSide(name);
    };
  }

  private Path file(String name) {
    return options.folder().resolve(name);
  }

  private Side refused(Path file, int earlier) {
    Ledger ledger = Ledger.at(file).unrestricted().open();
    List<Submission> deliveries = new Handouts(earlier).beyondTheStock(REFUSED);
    Callers alone = new Callers(1);
    return () -> Callers.perSecond(REFUSED, alone.nanosFor(deliveries, it -> refuse(ledger, it)));
  }

  private static void refuse(Ledger ledger, Submission submission) {
    Outcome outcome = ledger.record(submission.command(), submission.header());
    if (!(outcome instanceof Outcome.Refused refused) || !(refused.refusal() instanceof StockShort)) {
      throw new IllegalStateException(submission.command() + " was not refused for its stock: " + outcome);
    }
  }

  private Side recorded(Path file, int earlier) {
    Ledger ledger = Ledger.at(file).unrestricted().open();
    Handouts handouts = new Handouts(earlier);
    Callers alone = new Callers(1);
    return () -> Callers.perSecond(RECORDED, alone.nanosToRecord(ledger, handouts.toThoseWhoWait(RECORDED)));
  }
}
