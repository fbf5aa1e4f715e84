package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.sql.SQLException;
import org.communityledger.Ledger;

/**
 * A ledger in which some reports are recorded once, for the rows that they lead to.
 *
 * @param file where it is
 * @param size how many reports
 */
record ReferenceLedger(Path file, int size) {
  private static final int CALLERS = 64;
  private static final int TAGS = 4;

  /** The reference that the processes of a benchmark share. */
  static ReferenceLedger of(Options options, int size) {
    return new ReferenceLedger(options.folder().resolve("reference.ledger"), size);
  }

  /** Makes the file; says how many reports a second were recorded. */
  double make(long seed) throws Exception {
    double rate;
    try (Callers callers = new Callers(CALLERS); Ledger ledger = Ledger.open(file)) {
      rate = Reports.of(seed, size).perSecond(ledger, callers);
    }
    RecordedRows.prepare(file);
    return rate;
  }

  /** What the reports led to; the file must have been made. */
  RecordedRows rows() throws SQLException {
    RecordedRows rows = RecordedRows.last(size, file);
    if (rows.commands().size() != size || rows.commands().stream().anyMatch(it -> it.tags().size() != TAGS)) {
      throw new IllegalStateException("The reference must end with " + size + " commands with four tags each");
    }
    return rows;
  }
}
