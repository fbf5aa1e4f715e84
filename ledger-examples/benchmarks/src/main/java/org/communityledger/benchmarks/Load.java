package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import org.communityledger.Ledger;

/** Records as much as a ledger takes. For one thread. */
interface Load extends AutoCloseable {
  /** What is done, in words. */
  String what();

  /** Opens the ledger with the time that belongs to what is recorded. */
  Ledger open(Path file);

  /** Records for so long, and until all of it is durable. */
  void on(Ledger ledger, Duration time) throws Exception;

  @Override
  void close();
}
