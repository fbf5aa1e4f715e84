package org.communityledger.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The statements of a connection, each prepared once. For one thread. */
final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement of(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  /** Inserts so many rows at once; its parameters are numbered through all of them. */
  PreparedStatement insert(String table, int columns, int rows) throws SQLException {
    String row = "(" + "?,".repeat(columns - 1) + "?)";
    return of("INSERT INTO " + table + " VALUES " + (row + ",").repeat(rows - 1) + row);
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement each : prepared.values()) {
      each.close();
    }
  }
}
