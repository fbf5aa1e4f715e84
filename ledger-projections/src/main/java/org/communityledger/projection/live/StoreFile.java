package org.communityledger.projection.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/** The file of a store of views: told from any other file, and opened with the settings it needs (ADR 0015). */
final class StoreFile {
  /** "CLVW" in ASCII. */
  private static final int APPLICATION = 0x434c5657;
  private static final int FORMAT = 1;
  private static final int WAIT_MILLIS = 5_000;
  /** 32 MiB of write-ahead log: pages that many batches change are copied into the file once. */
  private static final int CHECKPOINT_PAGES = 8_192;
  private static final System.Logger LOG = System.getLogger(StoreFile.class.getName());

  private static final String[] TABLES = {
      """
          CREATE TABLE view (id INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL,
            indexes TEXT NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL, failure TEXT)""",
      "CREATE UNIQUE INDEX view_by_name ON view (name) WHERE state = 'LIVE'",
      "CREATE TABLE view_row (view INTEGER NOT NULL, key BLOB NOT NULL, row BLOB NOT NULL, PRIMARY KEY (view, key))",
      """
          CREATE TABLE index_entry (view INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, key BLOB NOT NULL,
            PRIMARY KEY (view, name, value, key)) WITHOUT ROWID""",
      """
          CREATE TABLE figure (view INTEGER NOT NULL, key TEXT NOT NULL, sum BLOB NOT NULL, PRIMARY KEY (view, key))
            WITHOUT ROWID""",
      """
          CREATE TABLE key_event (view INTEGER NOT NULL, key BLOB NOT NULL, position INTEGER NOT NULL,
            PRIMARY KEY (view, key, position)) WITHOUT ROWID""",
      """
          CREATE TABLE parked (view INTEGER NOT NULL, key BLOB NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL,
            error TEXT NOT NULL, PRIMARY KEY (view, key)) WITHOUT ROWID""",
      """
          CREATE TABLE waiting (view INTEGER NOT NULL, position INTEGER NOT NULL, key BLOB NOT NULL,
            PRIMARY KEY (view, position, key)) WITHOUT ROWID""",
      "CREATE TABLE early_retraction (event TEXT PRIMARY KEY) WITHOUT ROWID",
      "CREATE TABLE searched (id INTEGER PRIMARY KEY CHECK (id = 1), size INTEGER NOT NULL, root BLOB NOT NULL)",
      "INSERT INTO searched VALUES (1, 0, x'')"};

  private final Path path;
  private final SessionConnector connector;

  StoreFile(Path path) {
    this(path, SQLiteConfig::createConnection);
  }

  StoreFile(Path path, SessionConnector connector) {
    this.path = path.toAbsolutePath();
    this.connector = connector;
  }

  /** Makes connections. */
  @FunctionalInterface
  interface SessionConnector {
    Connection connect(SQLiteConfig config, String url) throws SQLException;
  }

  Path path() {
    return path;
  }

  /** Opens the one session that writes, creating the file if there is none. */
  Session writer() {
    requireUsable();
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    // The newest batches may be lost with the machine, never with the process; they are applied again.
    config.setSynchronous(SynchronousMode.NORMAL);
    Session session = open(config);
    try {
      if (session.number("SELECT count(*) FROM sqlite_schema") == 0) {
        create(session);
      }
      requireReadable(session);
      session.execute("PRAGMA journal_mode = WAL"); // only now: a file that is refused stays as it was
      session.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
      session.stayAlone();
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Opens a session that only reads. */
  Session reader() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    config.setReadOnly(true);
    return open(config);
  }

  private Session open(SQLiteConfig config) {
    try {
      return new Session(path, connector.connect(config, "jdbc:sqlite:" + path));
    } catch (SQLException e) {
      // Left to SQLite to find out: whoever else opens and closes a file frees the locks its process holds on it.
      if (Session.is(SQLiteErrorCode.SQLITE_NOTADB, e)) {
        throw foreign();
      }
      throw new ViewStoreException("Opening " + path + " failed: " + e.getMessage(), e);
    }
  }

  private void requireUsable() {
    if (path.toString().indexOf('?') >= 0) { // the driver would take what follows for settings
      throw new ViewStoreException(path + " has a question mark in its name; choose a name without");
    }
    if (Files.isDirectory(path)) {
      throw new ViewStoreException(path + " is a directory; name a file");
    }
    if (path.getParent() != null && !Files.isDirectory(path.getParent())) {
      throw new ViewStoreException("There is no folder " + path.getParent() + "; create it first");
    }
  }

  private static void create(Session session) {
    session.transaction(() -> {
      for (String each : TABLES) {
        session.execute(each);
      }
      session.execute("PRAGMA application_id = " + APPLICATION);
      session.execute("PRAGMA user_version = " + FORMAT);
    });
  }

  private void requireReadable(Session session) {
    if (session.number("PRAGMA application_id") != APPLICATION) {
      throw foreign();
    }
    long format = session.number("PRAGMA user_version");
    if (format > FORMAT) {
      throw new ViewStoreException(path + " has format " + format + "; this version reads up to format " + FORMAT
          + ": use a newer version of the library, or remove the file to have all views built again");
    }
  }

  private ViewStoreException foreign() {
    return new ViewStoreException(path + " is not a store of views; name another file, which is created if need be");
  }

  /** Leaves one file behind, without a write-ahead log. */
  void settle(Session writer) {
    try {
      writer.execute("PRAGMA journal_mode = DELETE");
    } catch (ViewStoreException e) {
      // Somebody else is still reading. Nothing is lost; the log is merged by whoever opens the file next.
      LOG.log(System.Logger.Level.DEBUG, "The write-ahead log of " + path + " stays for its readers", e);
    }
  }
}
