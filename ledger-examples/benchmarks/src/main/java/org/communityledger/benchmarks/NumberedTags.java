package org.communityledger.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.communityledger.benchmarks.RecordedRows.Recorded;

/**
 * A dictionary of tags: each gets the next number when it occurs first. The numbers used last are kept in memory; others
 * are looked up, many at a time. For one thread, the only one that adds to the file.
 */
final class NumberedTags implements TagKeys {
  private static final int KEPT = 16_384;
  private static final int AT_A_TIME = 64;

  private final Statements statements;
  private final Map<String, Long> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
  private long next;

  NumberedTags(Connection connection, Statements statements) throws SQLException {
    this.statements = statements;
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE IF NOT EXISTS tag (text TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID");
      // Once for each opening; it reads the whole dictionary.
      try (ResultSet last = statement.executeQuery("SELECT coalesce(max(number), 0) FROM tag")) {
        last.next();
        next = last.getLong(1) + 1;
      }
    }
  }

  @Override
  public String column() {
    return "INTEGER";
  }

  @Override
  public void provideFor(List<Recorded> commands) throws SQLException {
    forgetOldest();
    SequencedSet<String> unknown = new LinkedHashSet<>();
    for (Recorded each : commands) {
      for (String tag : each.tags()) {
        if (kept.get(tag) == null) { // and marks it as used
          unknown.add(tag);
        }
      }
    }
    lookUp(List.copyOf(unknown));
    unknown.removeAll(kept.keySet());
    add(List.copyOf(unknown));
  }

  private void forgetOldest() {
    var oldest = kept.keySet().iterator();
    for (int left = kept.size(); left > KEPT; left--) {
      oldest.next();
      oldest.remove();
    }
  }

  private void lookUp(List<String> tags) throws SQLException {
    for (int from = 0; from < tags.size(); from += AT_A_TIME) {
      PreparedStatement known = statements.of(
          "SELECT text, number FROM tag WHERE text IN (" + "?,".repeat(AT_A_TIME - 1) + "?)");
      for (int i = 0; i < AT_A_TIME; i++) { // the last one fills up
        known.setString(i + 1, tags.get(Math.min(from + i, tags.size() - 1)));
      }
      try (ResultSet row = known.executeQuery()) {
        while (row.next()) {
          kept.put(row.getString(1), row.getLong(2));
        }
      }
    }
  }

  private void add(List<String> tags) throws SQLException {
    if (tags.isEmpty()) {
      return;
    }
    PreparedStatement rows = statements.insert("tag", 2, tags.size());
    int parameter = 0;
    for (String tag : tags) {
      rows.setString(++parameter, tag);
      rows.setLong(++parameter, next);
      kept.put(tag, next++);
    }
    rows.executeUpdate();
  }

  @Override
  public void bind(PreparedStatement statement, int parameter, String tag) throws SQLException {
    statement.setLong(parameter, Objects.requireNonNull(kept.get(tag)));
  }

  @Override
  public String wanted() {
    return "(SELECT number FROM tag WHERE text = ?)";
  }

  @Override
  public void bindWanted(PreparedStatement statement, int parameter, String tag) throws SQLException {
    statement.setString(parameter, tag);
  }
}
