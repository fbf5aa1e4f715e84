package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.benchmarks.RecordedRows.Recorded;

/**
 * The least that storing commands costs on SQLite: prepared bytes into the ledger's tables, but without hashes and tree,
 * several rows a statement, by one thread. Same indexes, write-ahead log and {@code synchronous=FULL} as the ledger.
 */
final class RawInserts implements AutoCloseable {
  private final Connection connection;
  private final Statements statements;
  private final TagKeys keys;

  /** On a new file, or on one that was filled with tags in the same form. */
  RawInserts(Path file, TagForm form) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    statements = new Statements(connection);
    keys = form.keys(connection, statements);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA wal_autocheckpoint = 8192");
      statement.executeUpdate("""
          CREATE TABLE IF NOT EXISTS event (position INTEGER PRIMARY KEY, type INTEGER NOT NULL, leaf BLOB NOT NULL);
          CREATE INDEX IF NOT EXISTS event_by_type ON event (type);
          CREATE TABLE IF NOT EXISTS event_tag (tag %s NOT NULL, type INTEGER NOT NULL, position INTEGER NOT NULL,
            PRIMARY KEY (tag, type, position)) WITHOUT ROWID;
          CREATE TABLE IF NOT EXISTS decision (first INTEGER PRIMARY KEY, count INTEGER NOT NULL,
            command_id TEXT NOT NULL UNIQUE, line BLOB NOT NULL, digest BLOB NOT NULL);
          """.formatted(keys.column()));
    }
    connection.setAutoCommit(false);
  }

  /** Stores all commands, so many in a transaction. Returns the nanoseconds it took. */
  long nanosFor(List<Recorded> commands, int perTransaction) throws SQLException {
    long start = System.nanoTime();
    for (int from = 0; from < commands.size(); from += perTransaction) {
      insert(commands.subList(from, Math.min(from + perTransaction, commands.size())));
      connection.commit();
    }
    return System.nanoTime() - start;
  }

  private void insert(List<Recorded> commands) throws SQLException {
    PreparedStatement events = statements.insert("event", 3, commands.size());
    PreparedStatement decisions = statements.insert("decision", 5, commands.size());
    PreparedStatement tags = statements.insert("event_tag", 3, commands.stream().mapToInt(it -> it.tags().size())
        .sum());
    keys.provideFor(commands);
    int event = 0;
    int decision = 0;
    int tag = 0;
    for (Recorded each : commands) {
      events.setLong(++event, each.position());
      events.setInt(++event, each.type());
      events.setBytes(++event, each.leaf());
      for (String text : each.tags()) {
        keys.bind(tags, ++tag, text);
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

  /** The positions of the entries with a tag, in order within a type. */
  List<Long> positions(String tag) throws SQLException {
    PreparedStatement search = statements.of("SELECT position FROM event_tag WHERE tag = " + keys.wanted());
    keys.bindWanted(search, 1, tag);
    List<Long> positions = new ArrayList<>();
    try (ResultSet row = search.executeQuery()) {
      while (row.next()) {
        positions.add(row.getLong(1));
      }
    }
    return positions;
  }

  @Override
  public void close() throws SQLException {
    statements.close();
    connection.close();
  }
}
