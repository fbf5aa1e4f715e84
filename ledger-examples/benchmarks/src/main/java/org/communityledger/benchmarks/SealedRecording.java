package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.communityledger.Ledger;

/** What it costs to seal: commands with personal values, and the same commands without. Each sample has new files. */
final class SealedRecording implements Benchmark {
  private final Options options;
  private final int callers;
  private final int size;

  SealedRecording(Options options) {
    this.options = options;
    this.callers = options.callers().orElse(64);
    this.size = options.size().orElse(callers == 1 ? 4_000 : 20_000);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    try (Scratch scratch = Scratch.in(options.folder())) {
      Options here = options.in(scratch.folder());
      compare("ReportCase with a narrative and photos, sealed, each of a case of its own", "reports", here, out);
      compare("RecordSurvey with findings, sealed, of 200 cases", "surveys", here, out);
    }
  }

  private void compare(String what, String name, Options here, PrintStream out) throws Exception {
    try (RemoteSides sides = new RemoteSides(here)) {
      new Comparison(String.format(Locale.ROOT, "sealed: %,d commands a sample, %d %s", size, callers,
          callers == 1 ? "caller" : "callers"), "commands/s")
          .side("A", what, sides.start("sealed-" + name))
          .side("B", "the same commands without these values", sides.start("plain-" + name))
          .ratioAtLeast("A", "B", 0.70)
          .run(options.warmups(size), options.pairs(), out);
    }
  }

  @Override
  public Side side(String name) {
    return switch (name) {
      case "sealed-reports" -> recorded(commands(true)::reports);
      case "plain-reports" -> recorded(commands(false)::reports);
      case "sealed-surveys" -> recorded(commands(true)::surveys);
      case "plain-surveys" -> recorded(commands(false)::surveys);
      default -> throw Benchmark.noSide(name);
    };
  }

  private PersonalCommands commands(boolean telling) {
    return new PersonalCommands(options.seed(), size, telling);
  }

  private Side recorded(Supplier<Reports> commands) {
    Reports made = commands.get();
    return () -> {
      try (Scratch scratch = Scratch.in(options.folder());
          Callers together = new Callers(callers);
          Ledger ledger = Ledger.at(scratch.file("measured.ledger")).unrestricted().open()) {
        return made.perSecond(ledger, together);
      }
    };
  }
}
