package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.communityledger.Ledger;

/** The program: runs one benchmark and prints its table. See {@code --help}. */
public final class Benchmarks {
  private static final String HELP = """
      Measures the ledger against baselines, pair by pair.

        ./mvnw -q -pl ledger-examples/benchmarks -am compile exec:exec -Dbenchmark=<name> \
      [-Dbenchmark.options="<options>"]

      Benchmarks
        record     durable commands, 64 and 256 callers, against raw inserts and against Axon's JPA engine
        single     durable commands, one caller, against raw single transactions
        contended  64 callers who all want the same case
        replay     replay with hash check and projections, against a raw scan that decodes
        growth     durable commands on a ledger of 1,000,000 entries, against one of 10,000

      Options
        --pairs <n>     pairs that count, 5 by default; an even number means the middle of two
        --warmups <n>   pairs before them that do not count, 2 by default
        --size <n>      commands a sample (record 20,000, single 2,000), rounds a sample (contended 60),
                        or entries (replay 200,000, growth 1,000,000)
        --callers <n>   only so many callers (record, growth)
        --seed <n>      what the commands follow from, 20260 by default
        --folder <path> where files are made, on the disk to be measured; the system's temporary folder by default
      """;

  private Benchmarks() {}

  /** Runs the benchmark that the arguments name; ends with 2 if they name none. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      words.addAll(List.of(argument.strip().split("\\s+"))); // Maven hands over all options as one
    }
    words.removeIf(String::isEmpty);
    if (words.isEmpty() || words.contains("--help") || words.contains("help")) {
      out.print(HELP);
      return;
    }
    Options options;
    try {
      options = Options.parse(words);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(HELP);
      System.exit(2);
      return;
    }
    describe(options, out);
    switch (options.benchmark()) {
      case "record" -> record(options, out);
      case "single" -> single(options, out);
      case "contended" -> new Contended(options).run(out);
      case "replay" -> new Replaying(options).run(out);
      case "growth" -> new Growing(options).run(out);
      default -> {
        out.println("There is no benchmark " + options.benchmark());
        out.print(HELP);
        System.exit(2);
      }
    }
  }

  private static void describe(Options options, PrintStream out) throws Exception {
    Path folder = options.folder();
    out.println("machine     " + Runtime.getRuntime().availableProcessors() + " processors, "
        + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
        + System.getProperty("os.arch"));
    out.println("JDK         " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")
        + ", heap up to " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
    out.println("disk        " + folder + " on " + Files.getFileStore(folder).type());
    out.println("durability  SQLite: write-ahead log, synchronous=FULL; H2: as it comes, which is less");
    out.println("seed        " + options.seed());
  }

  private static void record(Options options, PrintStream out) throws Exception {
    int size = options.size().orElse(20_000);
    int slow = Math.max(1, size / 4);
    Recording recording = Recording.prepare(options, size);
    List<Integer> all = options.callers().isPresent() ? List.of(options.callers().getAsInt()) : List.of(64, 256);
    for (int callers : all) {
      new Comparison(String.format(Locale.ROOT, "record: %,d commands a sample, %d callers", size, callers),
          "commands/s")
          .side("A", "Ledger.record of ReportCase, one event with four tags", () -> recording.throughLedger(callers))
          .side("B", "raw: the same rows into SQLite, 100 commands a transaction, one thread",
              () -> recording.throughRawInserts(100))
          .side("C", String.format(Locale.ROOT,
              "Axon's JPA engine on an H2 file, the same callers and bytes, one tag, %,d commands", slow),
              () -> recording.throughAxonJpa(callers, slow))
          .ratioAtLeast("A", "B", 0.40)
          .ratioAtLeast("A", "C", 4)
          .run(options, out);
    }
  }

  private static void single(Options options, PrintStream out) throws Exception {
    int size = options.size().orElse(2_000);
    Recording recording = Recording.prepare(options, size);
    new Comparison(String.format(Locale.ROOT, "single: %,d commands a sample, 1 caller", size), "commands/s")
        .side("A", "Ledger.record of ReportCase, one event with four tags", () -> recording.throughLedger(1))
        .side("B", "raw: the same rows into SQLite, one command a transaction, one thread",
            () -> recording.throughRawInserts(1))
        .ratioAtLeast("A", "B", 0.60)
        .run(options, out);
  }

  /** A new ledger in the folder, filled with that many entries; used by the benchmarks about size. */
  static void fill(Path file, Options options, int size, PrintStream out) throws Exception {
    long start = System.nanoTime();
    try (Ledger ledger = Ledger.open(file)) {
      Filling.fill(ledger, new CaseHistories(options.seed()), size);
    }
    out.printf(Locale.ROOT, "filled      %,d entries in %.1f s, %,d MiB%n", size,
        (System.nanoTime() - start) / 1e9, Files.size(file) >> 20);
  }
}
