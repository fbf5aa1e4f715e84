package org.communityledger.log.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.communityledger.log.LogException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Opens connections to a ledger file with the settings durability depends on. */
final class SqliteFile {
  private static final int WAIT_MILLIS = 5_000;
  /** 32 MiB of write-ahead log: pages that many commits change are copied into the file once. */
  private static final int CHECKPOINT_PAGES = 8_192;
  private static final System.Logger LOG = System.getLogger(SqliteFile.class.getName());

  private final Path path;

  SqliteFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  Path path() {
    return path;
  }

  /** Throws if the path cannot be a ledger file, before anything is created. */
  void requireUsable() {
    if (path.toString().indexOf('?') >= 0) { // the driver would take what follows for settings
      throw new LogException(path + " has a question mark in its name; choose a name without");
    }
    if (Files.isDirectory(path)) {
      throw new LogException(path + " is a directory; name a file");
    }
    if (path.getParent() != null && !Files.isDirectory(path.getParent())) {
      throw new LogException("There is no folder " + path.getParent() + "; create it first");
    }
    try {
      if (Files.exists(path) && Files.size(path) > 0 && !startsLikeSqlite()) {
        throw new LogException(path + " is not a ledger: it is no SQLite file");
      }
    } catch (IOException e) {
      throw new LogException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean startsLikeSqlite() throws IOException {
    byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    try (InputStream bytes = Files.newInputStream(path)) {
      return Arrays.equals(bytes.readNBytes(magic.length), magic);
    }
  }

  Connection writer() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    return config.createConnection("jdbc:sqlite:" + path);
  }

  /** Changes the file's header. */
  void useWriteAheadLog(Connection writer) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
    }
  }

  Connection reader() throws SQLException {
    if (!Files.isRegularFile(path)) {
      throw new LogException("There is no ledger at " + path);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + path);
  }

  /** Leaves one file behind: without write-ahead log, readable from read-only media. */
  void settle(Connection writer) {
    try (Statement statement = writer.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
    } catch (SQLException e) {
      // Another process is still reading. Nothing is lost; the log is merged by whoever opens the file next.
      LOG.log(System.Logger.Level.DEBUG, "The write-ahead log of " + path + " stays for its readers", e);
    }
  }

  LogException failed(String doing, SQLException cause) {
    return new LogException(doing + " " + path + " failed: " + cause.getMessage(), cause);
  }
}
