package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communityledger.benchmarks.RecordedRows.Recorded;

/**
 * The least that storing commands costs on SQLite: prepared bytes into the ledger's tables, but without hashes and tree,
 * several rows a statement, by one thread. Same indexes, write-ahead log and {@code synchronous=FULL} as the ledger.
 */
final class RawInserts implements AutoCloseable {
  private static final String TABLES = """
      CREATE TABLE event (position INTEGER PRIMARY KEY, type INTEGER NOT NULL, leaf BLOB NOT NULL);
      CREATE INDEX event_by_type ON event (type);
      CREATE TABLE event_tag (tag TEXT NOT NULL, type INTEGER NOT NULL, position INTEGER NOT NULL,
        PRIMARY KEY (tag, type, position)) WITHOUT ROWID;
      CREATE TABLE decision (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, command_id TEXT NOT NULL UNIQUE,
        line BLOB NOT NULL, digest BLOB NOT NULL);
      """;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  RawInserts(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA wal_autocheckpoint = 8192");
      statement.executeUpdate(TABLES);
    }
    connection.setAutoCommit(false);
  }

  /** Stores all commands, so many in a transaction. Returns the nanoseconds it took. */
  long nanosFor(RecordedRows rows, int perTransaction) throws SQLException {
    long start = System.nanoTime();
    List<Recorded> all = rows.commands();
    for (int from = 0; from < all.size(); from += perTransaction) {
      insert(all.subList(from, Math.min(from + perTransaction, all.size())));
      connection.commit();
    }
    return System.nanoTime() - start;
  }

  private void insert(List<Recorded> commands) throws SQLException {
    PreparedStatement events = statement("event", 3, commands.size());
    PreparedStatement decisions = statement("decision", 5, commands.size());
    PreparedStatement tags = statement("event_tag", 3, commands.stream().mapToInt(it -> it.tags().size()).sum());
    int event = 0;
    int decision = 0;
    int tag = 0;
    for (Recorded each : commands) {
      events.setLong(++event, each.position());
      events.setInt(++event, each.type());
      events.setBytes(++event, each.leaf());
      for (String text : each.tags()) {
        tags.setString(++tag, text);
        tags.setInt(++tag, each.type());
        tags.setLong(++tag, each.position());
      }
      decisions.setLong(++decision, each.position());
      decisions.setInt(++decision, 1);
      decisions.setString(++decision, each.commandId());
      decisions.setBytes(++decision, each.decision());
      decisions.setBytes(++decision, each.digest());
    }
    events.executeUpdate();
    tags.executeUpdate();
    decisions.executeUpdate();
  }

  private PreparedStatement statement(String table, int columns, int rows) throws SQLException {
    String key = table + rows;
    PreparedStatement statement = prepared.get(key);
    if (statement == null) {
      String row = "(" + "?,".repeat(columns - 1) + "?)";
      statement = connection.prepareStatement("INSERT INTO " + table + " VALUES " + (row + ",").repeat(rows - 1) + row);
      prepared.put(key, statement);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement each : prepared.values()) {
      each.close();
    }
    connection.close();
  }
}
