package org.communityledger.seal.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.communityledger.seal.SealException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** A personal store's file: its marks, its tables, and connections with the settings that wiping depends on. */
record PersonalFile(Path path) {
  /** "CLPV" in ASCII. */
  static final int APPLICATION = 0x434c5056;
  static final int FORMAT = 1;
  private static final int WAIT_MILLIS = 5_000;
  private static final int CHECKPOINT_PAGES = 8_192;

  private static final String TABLES = """
      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE data_key (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, subject TEXT NOT NULL,
        purpose TEXT NOT NULL, generation INTEGER NOT NULL, kek TEXT NOT NULL, wrapped BLOB, created TEXT NOT NULL,
        destroyed TEXT, UNIQUE (subject, purpose, generation));
      CREATE TABLE blob (number INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL, key TEXT NOT NULL,
        command TEXT NOT NULL, pointer TEXT NOT NULL, bytes BLOB NOT NULL);
      CREATE INDEX blob_by_key ON blob (key);
      CREATE INDEX blob_by_command ON blob (command);
      CREATE TABLE tombstone (subject TEXT PRIMARY KEY, request TEXT NOT NULL, at TEXT NOT NULL,
        "values" INTEGER NOT NULL) WITHOUT ROWID;
      INSERT INTO setting VALUES ('settled_blob', '0'), ('settled_key', '0');
      """;

  /** Throws if the path cannot be a personal store, before anything is created. */
  void requireUsable() {
    if (path.toString().indexOf('?') >= 0) { // the driver would take what follows for settings
      throw new SealException(path + " has a question mark in its name; choose a name without");
    }
    if (Files.isDirectory(path)) {
      throw new SealException(path + " is a directory; name a file");
    }
    if (!Files.isDirectory(path.resolveSibling("."))) {
      throw new SealException("There is no folder " + path.getParent() + "; create it first");
    }
    try {
      if (Files.exists(path) && Files.size(path) > 0 && !startsLikeSqlite()) {
        throw new SealException(path + " is not a personal store: it is no SQLite file; move it away, and restore the "
            + "store from a backup");
      }
    } catch (IOException e) {
      throw new SealException(path + " cannot be read: " + e.getMessage(), e);
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
    Connection connection = config.createConnection("jdbc:sqlite:" + path);
    try {
      execute(connection, "PRAGMA secure_delete = ON");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  Connection reader() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + path);
  }

  /** Makes the tables in an empty file, in one transaction; checks any other file. */
  void prepare(Connection writer, String origin) throws SQLException {
    if (number(writer, "SELECT count(*) FROM sqlite_schema") == 0) {
      execute(writer, "PRAGMA journal_mode = WAL");
      execute(writer, "BEGIN IMMEDIATE");
      try (Statement statement = writer.createStatement()) {
        statement.executeUpdate(TABLES);
        statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
        statement.executeUpdate("PRAGMA user_version = " + FORMAT);
        try (PreparedStatement insert = writer.prepareStatement("INSERT INTO setting VALUES ('origin', ?)")) {
          insert.setString(1, origin);
          insert.executeUpdate();
        }
        statement.execute("COMMIT");
      }
    } else {
      check(writer, origin);
      execute(writer, "PRAGMA journal_mode = WAL");
    }
    execute(writer, "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
  }

  /** Throws unless the file is the personal store of this ledger in a format this version reads. */
  void check(Connection connection, String origin) throws SQLException {
    if (number(connection, "PRAGMA application_id") != APPLICATION) {
      throw new SealException(path + " is an SQLite file, but not a personal store; restore the store from a backup");
    }
    long format = number(connection, "PRAGMA user_version");
    if (format > FORMAT) {
      throw new SealException(path + " has format " + format + "; this version reads up to format " + FORMAT
          + ": use a newer version of the library");
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT value FROM setting WHERE name = 'origin'")) {
      String found = rows.next() ? rows.getString(1) : "nobody";
      if (!origin.equals(found)) {
        throw new SealException(path + " is the personal store of " + found + ", not of " + origin
            + "; put the store of this ledger in its place");
      }
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  SealException failed(String doing, SQLException cause) {
    return new SealException(doing + " " + path + " failed: " + cause.getMessage(), cause);
  }
}
