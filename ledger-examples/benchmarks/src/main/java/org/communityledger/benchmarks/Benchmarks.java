package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program: runs one benchmark and prints its table. See {@code --help}. */
public final class Benchmarks {
  private static final String HELP = """
      Measures the ledger against baselines, pair by pair.

        ./mvnw -q -pl ledger-examples/benchmarks -am compile exec:exec -Dbenchmark=<name> \
      [-Dbenchmark.options="<options>"]

      Benchmarks
        record        durable commands, 64 and 256 callers, against raw inserts and against Axon's JPA engine
        single        durable commands, one caller, against raw single transactions
        contended     64 callers who all want the same case
        replay        replay with hash check and all projections, against a raw scan that decodes, and against Axon's
                      own processor on its JPA engine
        asof          the history of one case, now and as known; all rows as known when the ledger was half as large,
                      against a rebuild of the ledger that had stopped then
        live          how soon live views show a command when there is no other, and how far they are behind 64 callers
        live-history  how far live views are behind a history that comes through the bulk door
        growth        durable commands on a ledger of 1,000,000 entries, against one of 10,000
        deliver       deliveries with limit, quota and stock, after 200,000 deliveries of the programme and after 1,000
        sealed        durable commands with personal values, against the same commands without
        sealed-replay replay of a history of which 30 % carry sealed values, against the same history without
        tags          raw inserts and look-ups with tags as texts, as numbers of a dictionary, and as hashes

      Options
        --pairs <n>     pairs that count, 5 by default; an even number means the middle of two
        --warmups <n>   pairs before them that do not count; by default 2 or as many as bring a side to 100,000
                        commands or entries
        --size <n>      commands a sample (record 20,000, single 4,000, sealed as these), rounds a sample (contended 60),
                        earlier deliveries (deliver 200,000), or entries (1,000,000: replay, sealed-replay, asof, live,
                        live-history, growth, tags)
        --residents <n> how many residents the generated district has; as many as lead to the size in five years by default
        --years <n>     with --residents and without --size: as many entries as they lead to in so many years, 5 by default
        --callers <n>   only so many callers (record, sealed, growth, contended, live), or entries on their way (live-history)
        --seconds <n>   how long as much is recorded as the ledger takes (live, live-history), 60 by default
        --seed <n>      what the commands and histories follow from, 20260 by default
        --folder <path> where files are made, on the disk to be measured; the system's temporary folder by default
        --prepared <path>
                        a folder in which the generated ledgers (replay, sealed-replay, asof, live, live-history) are
                        kept for later runs of the same size and seed; to be emptied when the program or the ledger's format changes.
                        Without it they are made each time: about three minutes and 4 GiB for 1,000,000 entries
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
    Benchmark benchmark;
    try {
      options = Options.parse(words);
      benchmark = Benchmark.of(options);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(HELP);
      System.exit(2);
      return;
    }
    describe(options, out);
    benchmark.run(out);
  }

  private static void describe(Options options, PrintStream out) throws Exception {
    Path folder = options.folder();
    out.println("machine     " + Runtime.getRuntime().availableProcessors() + " processors, "
        + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
        + System.getProperty("os.arch"));
    out.println("JDK         " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")
        + ", heap up to " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
    out.println("disk        " + folder + " on " + Files.getFileStore(folder).type());
    out.println("durability  SQLite: write-ahead log, synchronous=FULL; H2: as each side says");
    out.println("processes   each side in one of its own, where there are several; one works at a time");
    out.println("seed        " + options.seed());
  }
}
