package org.communityledger.log.sqlite;

import static org.communityledger.log.Lines.append;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.communityledger.log.AppendCondition;
import org.communityledger.log.Lines;
import org.communityledger.log.Lines.Line;
import org.communityledger.log.SettableClock;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.Verification;
import org.communityledger.log.Verifier;

/** A ledger file as tests and attackers handle it. */
record LedgerFile(Path path) {
  static final InstantSource CLOCK = new SettableClock();

  SqliteLog open() {
    return SqliteLog.open(path, CLOCK);
  }

  /** A file with so many entries, two a command, each with the tags all and i0 to i9; types A and B by turns. */
  LedgerFile filled(int size) {
    try (SqliteLog log = open()) {
      for (int from = 0; from < size; from += 2) {
        List<Line> lines = new ArrayList<>();
        for (int i = from; i < Math.min(from + 2, size); i++) {
          lines.add(new Line(i % 2 == 0 ? "A" : "B", Set.of("all", "i" + i % 10), "body of " + i));
        }
        log.append(append("c" + from, AppendCondition.none(), lines)).join();
      }
    }
    return this;
  }

  /** What somebody does who has the file and no scruples. */
  void tamper(String... statements) {
    sql("DROP TRIGGER event_no_UPDATE", "DROP TRIGGER event_no_DELETE", "DROP TRIGGER event_tag_no_UPDATE",
        "DROP TRIGGER event_tag_no_DELETE", "DROP TRIGGER decision_no_UPDATE", "DROP TRIGGER decision_no_DELETE",
        "DROP TRIGGER tile_no_UPDATE", "DROP TRIGGER tile_no_DELETE", "DROP TRIGGER event_type_no_UPDATE",
        "DROP TRIGGER event_type_no_DELETE");
    sql(statements);
  }

  void sql(String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.executeUpdate(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Locks the file against writing, as another program would, until closed. */
  AutoCloseable locked() {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
      Statement statement = connection.createStatement();
      statement.execute("BEGIN IMMEDIATE");
      return () -> {
        statement.execute("ROLLBACK");
        statement.close();
        connection.close();
      };
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  String value(String query) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  Verification verified() {
    try (SqliteLog log = SqliteLog.openReadOnly(path); StoredEvidence evidence = log.evidence()) {
      return Verifier.deep(evidence, Lines::read, (position, size) -> {});
    }
  }

  Verification glancedAt() {
    try (SqliteLog log = SqliteLog.openReadOnly(path); StoredEvidence evidence = log.evidence()) {
      return Verifier.shallow(evidence);
    }
  }
}
