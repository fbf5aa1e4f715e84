package org.communityledger.log.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.communityledger.log.LogException;

/** The tables of a ledger file, and the marks by which one is told from any other SQLite file. */
final class Schema {
  /** "CLDG" in ASCII. */
  static final int APPLICATION = 0x434c4447;
  static final int FORMAT = 2;

  /** A decision's digest may be emptied, for an erasure; since format 2. */
  private static final String DECISIONS_KEEP_ALL_BUT_DIGESTS = """
      CREATE TRIGGER decision_no_UPDATE BEFORE UPDATE ON decision
        WHEN NEW.digest <> x'' OR NEW.first <> OLD.first OR NEW.count <> OLD.count
          OR NEW.command_id <> OLD.command_id OR NEW.line <> OLD.line
        BEGIN SELECT RAISE(ABORT, 'what is recorded in decision is never changed'); END
      """;

  private static final String TABLES = """
      CREATE TABLE event_type (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE event (position INTEGER PRIMARY KEY, type INTEGER NOT NULL, leaf_hash BLOB NOT NULL,
        leaf BLOB NOT NULL);
      CREATE INDEX event_by_type ON event (type);
      CREATE TABLE event_tag (tag TEXT NOT NULL, type INTEGER NOT NULL, position INTEGER NOT NULL,
        PRIMARY KEY (tag, type, position)) WITHOUT ROWID;
      CREATE TABLE decision (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, command_id TEXT NOT NULL UNIQUE,
        line BLOB NOT NULL, digest BLOB NOT NULL);
      CREATE TABLE tile (level INTEGER NOT NULL, idx INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, idx));
      CREATE TABLE log_head (id INTEGER PRIMARY KEY CHECK (id = 1), size INTEGER NOT NULL, frontier BLOB NOT NULL,
        time TEXT NOT NULL);
      INSERT INTO log_head VALUES (1, 0, x'', '0000-00-00T00:00:00.000000Z');
      """;

  private Schema() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(TABLES);
      for (String table : new String[]{"event_type", "event", "event_tag", "decision", "tile"}) {
        for (String change : table.equals("decision") ? List.of("DELETE") : List.of("UPDATE", "DELETE")) {
          statement.executeUpdate("CREATE TRIGGER " + table + "_no_" + change + " BEFORE " + change + " ON " + table
              + " BEGIN SELECT RAISE(ABORT, 'what is recorded in " + table + " is never changed'); END");
        }
      }
      statement.executeUpdate(DECISIONS_KEEP_ALL_BUT_DIGESTS);
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
      statement.executeUpdate("PRAGMA user_version = " + FORMAT);
    }
  }

  /** Brings a file of an older format to the current one. */
  static void upgrade(Connection connection) throws SQLException {
    if (number(connection, "PRAGMA user_version") == 1) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        statement.executeUpdate("DROP TRIGGER decision_no_UPDATE");
        statement.executeUpdate(DECISIONS_KEEP_ALL_BUT_DIGESTS);
        statement.executeUpdate("PRAGMA user_version = " + FORMAT);
        statement.execute("COMMIT");
      }
    }
  }

  static boolean isEmpty(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
  }

  /** Throws unless the file is a ledger this version can read. */
  static void check(Connection connection, Path file) throws SQLException {
    if (number(connection, "PRAGMA application_id") != APPLICATION) {
      throw new LogException(file + " is an SQLite file, but not a ledger");
    }
    long format = number(connection, "PRAGMA user_version");
    if (format > FORMAT) {
      throw new LogException(file + " has format " + format + "; this version reads up to format " + FORMAT
          + ": use a newer version of the library");
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
