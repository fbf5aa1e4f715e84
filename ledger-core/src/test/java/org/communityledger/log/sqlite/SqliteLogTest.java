package org.communityledger.log.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import org.communityledger.log.EntryLog;
import org.communityledger.log.EntryLogContract;
import org.junit.jupiter.api.io.TempDir;

class SqliteLogTest extends EntryLogContract {
  @TempDir
  Path folder;

  @Override
  protected EntryLog open(InstantSource clock) {
    return SqliteLog.open(folder.resolve("contract.ledger"), clock);
  }

  @Override
  protected AutoCloseable holdCommits() {
    return new LedgerFile(folder.resolve("contract.ledger")).locked();
  }
}
