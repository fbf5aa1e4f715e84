package org.communityledger.log.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.communityledger.log.LogException;

/** A few read-only connections, each with its prepared statements, lent to one thread at a time. Safe for many threads. */
final class Readers implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final SqliteFile file;
  private final Semaphore permits = new Semaphore(CONNECTIONS);
  private final Deque<Reader> idle = new ArrayDeque<>();
  private boolean closed;

  Readers(SqliteFile file) {
    this.file = file;
  }

  /** Work on a borrowed connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Reader reader) throws SQLException;
  }

  /** Throws once it is closed. */
  void requireOpen() {
    synchronized (idle) {
      if (closed) {
        throw closed();
      }
    }
  }

  private LogException closed() {
    return new LogException(file.path() + " is closed");
  }

  <T> T read(Work<T> work) {
    permits.acquireUninterruptibly();
    try {
      Reader reader = borrow();
      try {
        return work.with(reader);
      } finally {
        giveBack(reader);
      }
    } catch (SQLException e) {
      throw file.failed("Reading", e);
    } finally {
      permits.release();
    }
  }

  /** Lets the work read one moment's state, although somebody may be writing. */
  <T> T readOneState(Work<T> work) {
    return read(reader -> {
      try (Statement statement = reader.connection().createStatement()) {
        statement.execute("BEGIN");
        try {
          return work.with(reader);
        } finally {
          statement.execute("ROLLBACK");
        }
      }
    });
  }

  private Reader borrow() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw closed();
      }
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return new Reader(file.reader());
  }

  private void giveBack(Reader reader) {
    synchronized (idle) {
      idle.push(reader);
    }
  }

  /** Refuses who comes later, and waits for those who are reading: an open connection would keep files in use. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
    }
    permits.acquireUninterruptibly(CONNECTIONS);
    try {
      while (!idle.isEmpty()) {
        idle.pop().close();
      }
    } catch (SQLException e) {
      throw file.failed("Closing", e);
    } finally {
      permits.release(CONNECTIONS);
    }
  }

  /** One connection; for one thread at a time. */
  static final class Reader implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Reader(Connection connection) {
      this.connection = connection;
    }

    Connection connection() {
      return connection;
    }

    /** Reads one row into a value. */
    @FunctionalInterface
    interface RowReader<T> {
      T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, List<?> parameters, RowReader<T> rowReader) throws SQLException {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
      }
      int index = 0;
      for (Object parameter : parameters) {
        index++;
        switch (parameter) {
          case String text -> statement.setString(index, text);
          case Integer number -> statement.setInt(index, number);
          case Long number -> statement.setLong(index, number);
          default -> throw new IllegalArgumentException("no parameter: " + parameter);
        }
      }
      List<T> result = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result.add(rowReader.read(rows));
        }
      }
      return result;
    }

    @Override
    public void close() throws SQLException {
      for (PreparedStatement each : prepared.values()) {
        each.close();
      }
      connection.close();
    }
  }
}
