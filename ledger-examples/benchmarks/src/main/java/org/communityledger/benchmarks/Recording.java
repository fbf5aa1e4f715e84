package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.EventId;

/** The commands of the benchmarks {@code record} and {@code single}, and the three ways of storing them. */
final class Recording {
  private final Path folder;
  private final int size;
  private final List<Submission> registrations;
  private final List<Submission> reports;
  private final RecordedRows rows;

  private Recording(Path folder, int size, List<Submission> registrations, List<Submission> reports,
      RecordedRows rows) {
    this.folder = folder;
    this.size = size;
    this.registrations = registrations;
    this.reports = reports;
    this.rows = rows;
  }

  /** Makes the commands, and records them once to have the rows they lead to. */
  static Recording prepare(Options options, int size) throws Exception {
    CaseHistories histories = new CaseHistories(options.seed());
    List<Submission> registrations = histories.registrations();
    EventId cause = new EventId(registrations.getFirst().header().command(), 0);
    List<Submission> reports = histories.reports(size, cause);
    try (Scratch scratch = Scratch.in(options.folder()); Callers callers = new Callers(64)) {
      Path file = scratch.file("reference.ledger");
      long first;
      try (Ledger ledger = Ledger.open(file)) {
        registrations.forEach(it -> Callers.record(ledger, it));
        first = ledger.reader().size();
        callers.nanosToRecord(ledger, reports);
      }
      RecordedRows rows = RecordedRows.of(file, first);
      if (rows.commands().size() != size || rows.commands().stream().anyMatch(it -> it.tags().size() != 4)) {
        throw new IllegalStateException("The reference must hold " + size + " commands with four tags each");
      }
      return new Recording(options.folder(), size, registrations, reports, rows);
    }
  }

  /** Through the ledger's door, on a new file. */
  double throughLedger(int number) throws Exception {
    try (Scratch scratch = Scratch.in(folder);
        Callers callers = new Callers(number);
        Ledger ledger = Ledger.open(scratch.file("measured.ledger"))) {
      registrations.forEach(it -> Callers.record(ledger, it));
      return Callers.perSecond(size, callers.nanosToRecord(ledger, reports));
    }
  }

  /** The same rows straight into SQLite, on a new file. */
  double throughRawInserts(int perTransaction) throws Exception {
    try (Scratch scratch = Scratch.in(folder); RawInserts raw = new RawInserts(scratch.file("raw.db"))) {
      return Callers.perSecond(size, raw.nanosFor(rows, perTransaction));
    }
  }

  /** The first of the same bytes through Axon's own engine, on a new file. */
  double throughAxonJpa(int number, int count) throws Exception {
    try (Scratch scratch = Scratch.in(folder);
        Callers callers = new Callers(number);
        AxonJpaStore store = new AxonJpaStore(scratch.file("axon"), number)) {
      double perSecond = Callers.perSecond(count, callers.nanosFor(rows.commands().subList(0, count), store::record));
      if (store.size() != count) {
        throw new IllegalStateException("Axon's engine stored " + store.size() + " of " + count);
      }
      return perSecond;
    }
  }
}
