package org.communityledger.projection.live;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** One connection to the store with its prepared statements. For one thread at a time. */
final class Session implements AutoCloseable {
  /** The part of SQLite's codes that tells the kind of failure, without what further tells why. */
  private static final int PRIMARY = 0xff;
  private static final System.Logger LOG = System.getLogger(Session.class.getName());

  private final Path path;
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final List<PreparedStatement> streaming = new ArrayList<>();
  private BooleanSupplier worthWaiting = () -> false;
  private @Nullable Long alone;

  Session(Path path, Connection connection) {
    this.path = path;
    this.connection = connection;
  }

  /** Reads one row into a value. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Work<T> {
    T done() throws SQLException;
  }

  void execute(String sql) {
    doing("Executing", () -> {
      try (Statement statement = connection.createStatement()) {
        return statement.execute(sql);
      }
    });
  }

  /** The number a query answers with. */
  long number(String sql, Object... parameters) {
    return first(sql, row -> row.getLong(1), parameters)
        .orElseThrow(() -> new ViewStoreException(path + " does not answer: " + sql));
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
    return query(sql, reader, parameters).stream().findFirst();
  }

  <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    return doing("Reading", () -> {
      PreparedStatement statement = prepared(sql);
      bind(statement, parameters);
      List<T> result = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result.add(reader.read(rows));
        }
      }
      return result;
    });
  }

  /** Reads while the stream is consumed; ended by closing the stream, or by {@link #endStreams}. */
  <T> Stream<T> stream(String sql, RowReader<T> reader, Object... parameters) {
    return doing("Reading", () -> {
      PreparedStatement statement = connection.prepareStatement(sql);
      streaming.add(statement);
      bind(statement, parameters);
      ResultSet rows = statement.executeQuery();
      return StreamSupport.stream(new AbstractSpliterator<T>(Long.MAX_VALUE, 0) {
        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
          Optional<T> next = doing("Reading", () -> rows.next() ? Optional.of(reader.read(rows)) : Optional.empty());
          next.ifPresent(action);
          return next.isPresent();
        }
      }, false).onClose(() -> end(statement));
    });
  }

  private void end(PreparedStatement statement) {
    if (streaming.remove(statement)) {
      close(statement);
    }
  }

  void endStreams() {
    List.copyOf(streaming).forEach(this::end);
  }

  /** Inserts, updates or deletes; returns the number of rows. */
  int update(String sql, Object... parameters) {
    return doing("Writing", () -> {
      PreparedStatement statement = prepared(sql);
      bind(statement, parameters);
      return statement.executeUpdate();
    });
  }

  /** From now on refuses to write once anybody else has written, in this process or another one. */
  void stayAlone() {
    alone = version();
  }

  /** Changes with whatever other connections write. */
  private long version() {
    return number("PRAGMA data_version");
  }

  /** From now on waits for others who hold the file as long as it is worth it, instead of giving up after a while. */
  void waitWhile(BooleanSupplier worth) {
    worthWaiting = worth;
  }

  /** All or nothing: what the work writes is stored when this returns, and not at all if it throws. */
  void transaction(Runnable work) {
    begin();
    try {
      if (alone != null && alone != version()) {
        throw new ViewStoreException("Somebody else wrote to " + path + "; let one Live only use this file");
      }
      work.run();
      execute("COMMIT");
    } catch (RuntimeException | Error failure) {
      try {
        execute("ROLLBACK");
      } catch (ViewStoreException e) {
        failure.addSuppressed(e);
      }
      throw failure;
    }
  }

  private void begin() {
    while (true) {
      try {
        execute("BEGIN IMMEDIATE");
        return;
      } catch (ViewStoreException e) {
        if (!is(SQLiteErrorCode.SQLITE_BUSY, e.getCause()) || !worthWaiting.getAsBoolean()) {
          throw e;
        }
        LOG.log(System.Logger.Level.WARNING, "Somebody else holds " + path + "; the views wait for that", e);
      }
    }
  }

  /** Whether SQLite failed in a certain way. */
  static boolean is(SQLiteErrorCode kind, @Nullable Throwable failure) {
    return failure instanceof SQLException cause && (cause.getErrorCode() & PRIMARY) == kind.code;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      switch (parameters[i]) {
        case String text -> statement.setString(i + 1, text);
        case Integer number -> statement.setInt(i + 1, number);
        case Long number -> statement.setLong(i + 1, number);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> throw new IllegalArgumentException("no parameter: " + parameters[i]);
      }
    }
  }

  private <T> T doing(String what, Work<T> work) {
    try {
      return work.done();
    } catch (SQLException e) {
      throw new ViewStoreException(what + " " + path + " failed: " + e.getMessage(), e);
    }
  }

  private void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      throw new ViewStoreException("Closing " + path + " failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    endStreams();
    prepared.values().forEach(this::close);
    prepared.clear();
    close(connection);
  }
}
