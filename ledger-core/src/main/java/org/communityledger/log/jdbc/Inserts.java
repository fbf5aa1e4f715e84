package org.communityledger.log.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Inserts rows, several per statement: every call into the driver costs. Belongs to one connection and one thread. */
public final class Inserts implements AutoCloseable {
  private static final int[] SIZES = {64, 16, 4, 1};

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** Inserts over a connection, which stays its owner's to close. */
  public Inserts(Connection connection) {
    this.connection = connection;
  }

  /** Binds one row, its parameters beginning after the given index. */
  @FunctionalInterface
  public interface Binder {
    /**
     * Binds the parameters of one row.
     *
     * @param row the number of the row, from 0
     * @param offset the number of parameters before its first
     */
    void bind(PreparedStatement statement, int row, int offset) throws SQLException;
  }

  /**
   * Inserts rows.
   *
   * @param columns the number of columns of the table, all of which are bound
   * @param count the number of rows
   * @throws SQLException if one cannot be inserted; those before it may be
   */
  public void insert(String table, int columns, int count, Binder binder) throws SQLException {
    int row = 0;
    while (row < count) {
      int size = largestFitting(count - row);
      PreparedStatement statement = statement(table, columns, size);
      for (int i = 0; i < size; i++) {
        binder.bind(statement, row + i, i * columns);
      }
      statement.executeUpdate();
      row += size;
    }
  }

  private static int largestFitting(int left) {
    for (int size : SIZES) {
      if (size <= left) {
        return size;
      }
    }
    return 1;
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
  }
}
