package org.communityledger.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.communityledger.Ledger;
import org.communityledger.LedgerBuilder;

/** Where the ledger of a test is stored: the one place that chooses the store. A folder that is deleted on closing. */
final class TemporaryLedger implements AutoCloseable {
  private final Path folder;
  private final LedgerSetup setup;

  TemporaryLedger(LedgerSetup setup) {
    this.setup = setup;
    try {
      folder = Files.createTempDirectory("ledger-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says how the ledger is opened. */
  LedgerBuilder at() {
    LedgerBuilder builder = Ledger.at(folder.resolve("test.ledger")).origin("ledger.test");
    setup.prepare(builder);
    return builder;
  }

  /** Opens the ledger for writing; its ids are c0 for the founding, then c1, c2 and so on. */
  Ledger open(InstantSource clock) {
    AtomicLong ids = new AtomicLong();
    return at().clock(clock).ids(() -> "c" + ids.getAndIncrement()).open();
  }

  /** A place for something to be stored beside the ledger. */
  Path beside(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> insideFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path each : insideFirst) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The files of a test's ledger could not be deleted", e);
    }
  }
}
