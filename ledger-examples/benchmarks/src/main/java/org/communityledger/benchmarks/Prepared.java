package org.communityledger.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.projection.live.Live;

/**
 * The generated history of a district as files: a large ledger, the same ledger as it was when it had half as many
 * entries, one of the same history with personal values, and its first events in the file of Axon's engine. Each is made by a side of that name, in a process that then
 * ends, and is there as a whole or not at all. For one process at a time.
 */
final class Prepared {
  static final String FILL = "fill";
  static final String FILL_SEALED = "fill-sealed";
  static final String FILL_AXON = "fill-axon";
  static final String MAKE_VIEWS = "make-views";
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private final Options options;
  private final int size;
  private final Path folder;

  /** Files with so many entries, kept where the options say. */
  Prepared(Options options, int size) {
    this.options = options;
    this.size = size;
    this.folder = options.prepared().orElse(options.folder());
  }

  Path ledger() {
    return named(".ledger");
  }

  /** The same history with personal values. */
  Path sealed() {
    return named("-sealed.ledger");
  }

  /** The ledger when it had half of its entries. */
  Path half() {
    return named("-half.ledger");
  }

  /** The file of the large ledger's live views. */
  Path views() {
    return named(".ledger.views");
  }

  /** Without what H2 adds to a file's name. */
  Path axon(int events) {
    return named("-axon-" + events);
  }

  private Path named(String ending) {
    String residents = options.residents().isPresent() ? "-of-" + options.residents().getAsInt() : "";
    return folder.resolve("community-" + options.seed() + "-" + size + residents + ending);
  }

  /** Lets the ledgers be made, unless an earlier run left them. */
  void provideLedgers(PrintStream out) throws Exception {
    provide(ledger(), FILL, out);
  }

  /** Lets the ledger with personal values be made, unless an earlier run left it. */
  void provideSealed(PrintStream out) throws Exception {
    provide(sealed(), FILL_SEALED, out);
  }

  private void provide(Path file, String side, PrintStream out) throws Exception {
    boolean kept = Files.exists(file);
    String rate = kept
        ? "kept from an earlier run"
        : String.format(Locale.ROOT, "filled with %,.0f/s", RemoteSide.once(side, options));
    try (LedgerReader reader = Ledger.openReadOnly(file)) {
      out.printf(Locale.ROOT, "ledger      %s: %,d entries, %,d MiB, %s%n", file.getFileName(), reader.size(),
          Files.size(file) >> 20, rate);
    }
  }

  /** Lets the views be made, unless an earlier run left them. */
  void provideViews(PrintStream out) throws Exception {
    boolean kept = Files.exists(views());
    String rate = kept
        ? "kept from an earlier run"
        : String.format(Locale.ROOT, "built with %,.0f entries/s", RemoteSide.once(MAKE_VIEWS, options));
    out.printf(Locale.ROOT, "views       %s: %,d MiB, %s%n", views().getFileName(), Files.size(views()) >> 20, rate);
  }

  /** Lets Axon's file be made, unless an earlier run left it. */
  void provideAxon(int events, PrintStream out) throws Exception {
    Path file = withH2sEnding(axon(events));
    boolean kept = Files.exists(file);
    String rate = kept
        ? "kept from an earlier run"
        : String.format(Locale.ROOT, "filled with %,.0f/s", RemoteSide.once(FILL_AXON, options));
    out.printf(Locale.ROOT, "Axon's      %s: %,d events, %,d MiB, %s%n", file.getFileName(), events,
        Files.size(file) >> 20, rate);
  }

  private static Path withH2sEnding(Path file) {
    return beside(file, ".mv.db");
  }

  /** How many entries a ledger has. */
  static long size(Path file) {
    try (LedgerReader reader = Ledger.openReadOnly(file)) {
      return reader.size();
    }
  }

  /** Makes both ledgers; says how many entries a second. */
  double fill() throws IOException, InterruptedException {
    DistrictHistory history = DistrictHistory.of(options, size);
    try (Scratch scratch = Scratch.in(folder)) {
      Path growing = scratch.file("growing.ledger");
      Path stopped = scratch.file("stopped.ledger");
      double seconds = Filling.seconds(growing, history, size / 2);
      Files.copy(growing, stopped);
      seconds += Filling.seconds(growing, history, size);
      Files.move(stopped, half());
      move(growing, ledger());
      return size / seconds;
    }
  }

  /** Makes the ledger with personal values, with their store and keys beside it; says how many entries a second. */
  double fillSealed() throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.in(folder)) {
      Path growing = scratch.file("growing.ledger");
      double seconds = Filling.seconds(growing, DistrictHistory.withPersonalValues(options, size), size);
      move(growing, sealed());
      return size / seconds;
    }
  }

  /** With the store of personal values and its keys, where erasures or values have led to them. */
  private static void move(Path from, Path to) throws IOException {
    for (String ending : List.of(".keys", ".personal", "")) { // the ledger last: it says that all is there
      if (Files.exists(beside(from, ending))) {
        Files.move(beside(from, ending), beside(to, ending));
      }
    }
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** Makes Axon's file from the ledger; says how many events a second. */
  double fillAxon(int events) throws IOException {
    try (Scratch scratch = Scratch.in(folder)) {
      Path growing = scratch.file("growing");
      long start = System.nanoTime();
      try (LedgerReader ledger = Ledger.openReadOnly(ledger());
          AxonProcessor axon = new AxonProcessor(growing, ledger)) {
        axon.fill(events);
      }
      double rate = Callers.perSecond(events, System.nanoTime() - start);
      Files.move(withH2sEnding(growing), withH2sEnding(axon(events)));
      return rate;
    }
  }

  /** Makes the views of the large ledger; says how many entries a second. */
  double makeViews() throws IOException {
    try (Scratch scratch = Scratch.in(folder)) {
      Path growing = scratch.file("growing.views");
      long start = System.nanoTime();
      long size;
      try (Ledger ledger = Ledger.at(ledger()).unrestricted().open();
          Live live = Live.of(ledger).store(growing).projections(Shipped.ALL).start()) {
        size = ledger.reader().size();
        live.awaitApplied(size - 1, LONGEST);
      }
      double rate = Callers.perSecond(size, System.nanoTime() - start);
      Files.move(growing, views());
      return rate;
    }
  }
}
