package org.communityledger.seal.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;
import org.communityledger.log.jdbc.Inserts;
import org.communityledger.seal.Destroyed;
import org.communityledger.seal.PersonalStore;
import org.communityledger.seal.SealException;
import org.jspecify.annotations.Nullable;

/**
 * The personal store in one SQLite file. What is deleted is overwritten ({@code secure_delete}), and after an erasure the
 * write-ahead log is emptied, so that no copy stays in either file. One connection writes and one reads, each used by
 * one thread at a time. Safe for many threads.
 */
public final class SqlitePersonalStore implements PersonalStore {
  private static final String KEY = """
      SELECT id, subject, purpose, generation, kek, wrapped, created, destroyed FROM data_key
      """;
  private static final String BLOB = "SELECT number, hash, key, command, pointer, bytes FROM blob ";
  private static final System.Logger LOG = System.getLogger(SqlitePersonalStore.class.getName());

  private final PersonalFile file;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock reading = new ReentrantLock();
  private final @Nullable Connection writer;
  private final @Nullable Inserts inserts;
  private final Reads reads;

  private SqlitePersonalStore(PersonalFile file, @Nullable Connection writer, Connection reader) {
    this.file = file;
    this.writer = writer;
    this.inserts = writer == null ? null : new Inserts(writer);
    this.reads = new Reads(reader);
  }

  /** Where the personal values of a ledger lie unless said otherwise: beside it. */
  public static Path fileBeside(Path ledger) {
    return ledger.resolveSibling(ledger.getFileName() + ".personal");
  }

  /**
   * Opens the store in a file for writing, making it if there is none. Who opens must hold the lock of the ledger.
   *
   * @param origin the ledger's origin
   * @throws SealException if the file is not the store of this ledger, or is of a newer format
   */
  public static SqlitePersonalStore open(Path path, String origin) {
    PersonalFile file = new PersonalFile(path.toAbsolutePath());
    file.requireUsable();
    return opened(file, true, origin);
  }

  /**
   * Opens the store in a file for reading only, also while an application writes to it.
   *
   * @throws SealException if there is no file, it is not the store of this ledger, or is of a newer format
   */
  public static SqlitePersonalStore openReadOnly(Path path, String origin) {
    PersonalFile file = new PersonalFile(path.toAbsolutePath());
    if (!Files.isRegularFile(file.path())) {
      throw new SealException("There is no personal store at " + file.path() + "; restore it from a backup");
    }
    file.requireUsable();
    return opened(file, false, origin);
  }

  private static SqlitePersonalStore opened(PersonalFile file, boolean toWrite, String origin) {
    Connection writer = null;
    Connection reader = null;
    try {
      if (toWrite) {
        writer = file.writer();
        file.prepare(writer, origin);
      }
      reader = file.reader();
      file.check(reader, origin);
      return new SqlitePersonalStore(file, writer, reader);
    } catch (SQLException e) {
      SealException failure = file.failed("Opening the personal store", e);
      close(reader, failure);
      close(writer, failure);
      throw failure;
    } catch (SealException e) {
      close(reader, e);
      close(writer, e);
      throw e;
    }
  }

  private static void close(@Nullable Connection connection, SealException failure) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public String name() {
    return file.path().toString();
  }

  @Override
  public Optional<KeyRow> key(String id) {
    return read(KEY + "WHERE id = ?", SqlitePersonalStore::keyRow, id).stream().findFirst();
  }

  @Override
  public Optional<KeyRow> latestKey(String subject, String purpose) {
    return read(KEY + "WHERE subject = ? AND purpose = ? ORDER BY generation DESC LIMIT 1",
        SqlitePersonalStore::keyRow, subject, purpose).stream().findFirst();
  }

  @Override
  public Optional<BlobRow> blob(String command, byte[] hash) {
    return read(BLOB + "WHERE command = ? AND hash = ?", SqlitePersonalStore::blobRow, command, hash).stream()
        .findFirst();
  }

  @Override
  public long nextKeyNumber() {
    return read("SELECT seq FROM sqlite_sequence WHERE name = 'data_key'", row -> row.getLong(1)).stream().findFirst()
        .orElse(0L) + 1;
  }

  @Override
  public List<Tombstone> tombstones() {
    return read("SELECT subject, request, at, \"values\" FROM tombstone ORDER BY subject",
        SqlitePersonalStore::tombstone);
  }

  @Override
  public boolean holdsAnythingOf(Tag subject) {
    return !read("""
        SELECT 1 FROM data_key WHERE subject = ? AND wrapped IS NOT NULL
        UNION ALL SELECT 1 FROM data_key JOIN blob ON blob.key = data_key.id WHERE subject = ? LIMIT 1
        """, row -> row.getInt(1), subject.toString(), subject.toString()).isEmpty();
  }

  @Override
  public List<KeyRow> destroyedWithoutTombstone() {
    return read(KEY + "WHERE wrapped IS NULL AND subject NOT IN (SELECT subject FROM tombstone) ORDER BY id",
        SqlitePersonalStore::keyRow);
  }

  @Override
  public void add(List<KeyRow> keys, List<BlobRow> blobs) {
    write("Storing personal values in", connection -> {
      Inserts rows = Objects.requireNonNull(inserts);
      rows.insert("data_key (id, subject, purpose, generation, kek, wrapped, created, destroyed)", 8, keys.size(),
          (statement, row, at) -> {
            KeyRow key = keys.get(row);
            statement.setString(at + 1, key.id());
            statement.setString(at + 2, key.subject());
            statement.setString(at + 3, key.purpose());
            statement.setInt(at + 4, key.generation());
            statement.setString(at + 5, key.kek());
            statement.setBytes(at + 6, key.wrapped());
            statement.setString(at + 7, key.created().toString());
            statement.setString(at + 8, key.destroyed() == null ? null : key.destroyed().toString());
          });
      rows.insert("blob (hash, key, command, pointer, bytes)", 5, blobs.size(), (statement, row, at) -> {
        BlobRow blob = blobs.get(row);
        statement.setBytes(at + 1, blob.hash());
        statement.setString(at + 2, blob.key());
        statement.setString(at + 3, blob.command());
        statement.setString(at + 4, blob.pointer());
        statement.setBytes(at + 5, blob.bytes());
      });
      return blobs.size();
    });
  }

  @Override
  public void remove(Collection<BlobRow> blobs) {
    if (blobs.isEmpty()) {
      return;
    }
    write("Removing personal values from", connection -> {
      try (PreparedStatement delete = connection.prepareStatement("DELETE FROM blob WHERE command = ? AND hash = ?")) {
        for (BlobRow each : blobs) {
          delete.setString(1, each.command());
          delete.setBytes(2, each.hash());
          delete.executeUpdate();
        }
      }
      return blobs.size();
    });
  }

  @Override
  public Destroyed destroy(Tag subject, EventId request, Instant at) {
    String name = subject.toString();
    writing.lock();
    try {
      Destroyed destroyed = write("Erasing personal values in", connection -> {
        Tombstone before = select(connection,
            "SELECT subject, request, at, \"values\" FROM tombstone WHERE subject = ?", SqlitePersonalStore::tombstone,
            name).stream().findFirst().orElse(new Tombstone(name, request.value(), at, 0));
        String ofSubject = "FROM blob WHERE key IN (SELECT id FROM data_key WHERE subject = ?)";
        List<CommandId> commands = select(connection, "SELECT DISTINCT command " + ofSubject + " ORDER BY number",
            row -> new CommandId(text(row, 1)), name);
        int values = before.values() + update(connection, "DELETE " + ofSubject, name);
        update(connection,
            "UPDATE data_key SET wrapped = NULL, destroyed = ? WHERE subject = ? AND wrapped IS NOT NULL",
            before.at().toString(), name);
        update(connection, "INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?, ?)", name, before.request(),
            before.at().toString(), values);
        return new Destroyed(subject, EventId.parse(before.request()), before.at(), values, commands);
      });
      wipe();
      return destroyed;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public List<Added> addedSinceSettled(long after, int limit) {
    return read(BLOB + """
        WHERE number > max(?, (SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'settled_blob'))
        ORDER BY number LIMIT ?
        """, row -> new Added(row.getLong(1), blobRow(row)), after, limit);
  }

  @Override
  public Optional<BlobRow> latestSettled() {
    return read(BLOB + """
        WHERE number <= (SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'settled_blob')
        ORDER BY number DESC LIMIT 1
        """, SqlitePersonalStore::blobRow).stream().findFirst();
  }

  @Override
  public void settle() {
    write("Settling", connection -> {
      int removed = update(connection,
          """
              DELETE FROM data_key WHERE number > (SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'settled_key')
                AND wrapped IS NOT NULL AND subject <> '' AND purpose <> 'SURROGATE' AND NOT EXISTS (SELECT 1 FROM blob WHERE key = data_key.id)
              """);
      update(connection, """
          UPDATE setting SET value = CAST(coalesce((SELECT max(number) FROM blob), 0) AS TEXT)
            WHERE name = 'settled_blob'
          """);
      update(connection, """
          UPDATE setting SET value = CAST(coalesce((SELECT max(number) FROM data_key), 0) AS TEXT)
            WHERE name = 'settled_key'
          """);
      return removed;
    });
  }

  @Override
  public List<KeyRow> wrappedByOthers(String kek, int limit) {
    return read(KEY + "WHERE kek <> ? AND wrapped IS NOT NULL ORDER BY number LIMIT ?", SqlitePersonalStore::keyRow,
        kek,
        limit);
  }

  @Override
  public List<KeysUnder> wrappings() {
    return read("SELECT kek, count(*) FROM data_key WHERE wrapped IS NOT NULL GROUP BY kek ORDER BY kek",
        row -> new KeysUnder(text(row, 1), row.getLong(2)));
  }

  @Override
  public void rewrap(List<KeyRow> keys) {
    write("Wrapping keys anew in", connection -> {
      try (PreparedStatement update = connection
          .prepareStatement("UPDATE data_key SET kek = ?, wrapped = ? WHERE id = ? AND wrapped IS NOT NULL")) {
        for (KeyRow each : keys) {
          update.setString(1, each.kek());
          update.setBytes(2, each.wrapped());
          update.setString(3, each.id());
          update.executeUpdate();
        }
      }
      return keys.size();
    });
  }

  /** No reader of ours may look at an old state meanwhile; other processes are waited for. */
  @Override
  public void wipe() {
    writing.lock();
    reading.lock();
    try (Statement statement = writer().createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      if (row.next() && row.getInt(1) != 0) {
        throw new SealException(
            "What was destroyed in " + file.path() + " may still stand in its write-ahead log, because "
                + "another program reads the file; end it, and do this again, or open the ledger again");
      }
    } catch (SQLException e) {
      throw file.failed("Wiping", e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  @Override
  public void close() {
    writing.lock();
    reading.lock();
    try {
      reads.close();
      if (writer != null && !writer.isClosed()) {
        settleFile(writer);
        Objects.requireNonNull(inserts).close();
        writer.close();
      }
    } catch (SQLException e) {
      throw file.failed("Closing", e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  /** Leaves one file behind: without write-ahead log, readable from read-only media. */
  private void settleFile(Connection connection) {
    try {
      PersonalFile.execute(connection, "PRAGMA journal_mode = DELETE");
    } catch (SQLException e) {
      // Another process is still reading. Nothing is lost; the log is merged by whoever opens the file next.
      LOG.log(System.Logger.Level.DEBUG, "The write-ahead log of " + file.path() + " stays for its readers", e);
    }
  }

  @Override
  public String toString() {
    return "SqlitePersonalStore[" + file.path() + "]";
  }

  private Connection writer() {
    if (writer == null) {
      throw new SealException(file.path() + " is open for reading only");
    }
    return writer;
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T write(String doing, Work<T> work) {
    writing.lock();
    try {
      Connection connection = writer();
      try {
        PersonalFile.execute(connection, "BEGIN IMMEDIATE");
        T result = work.on(connection);
        PersonalFile.execute(connection, "COMMIT");
        return result;
      } catch (SQLException e) {
        SealException failure = file.failed(doing, e);
        undo(connection, failure);
        throw failure;
      } catch (RuntimeException | Error e) {
        undo(connection, e);
        throw e;
      }
    } finally {
      writing.unlock();
    }
  }

  /** A full disk lets SQLite roll back by itself; then this fails, and the next transaction begins all the same. */
  private static void undo(Connection connection, Throwable failure) {
    try {
      PersonalFile.execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private <T> List<T> read(String sql, Reads.Row<T> row, Object... parameters) {
    reading.lock();
    try {
      return reads.query(sql, row, parameters);
    } catch (SQLException e) {
      throw file.failed("Reading", e);
    } finally {
      reading.unlock();
    }
  }

  private static <T> List<T> select(Connection connection, String sql, Reads.Row<T> row, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return Reads.query(statement, row, parameters);
    }
  }

  private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Reads.bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  private static KeyRow keyRow(ResultSet row) throws SQLException {
    String destroyed = row.getString(8);
    return new KeyRow(text(row, 1), text(row, 2), text(row, 3), row.getInt(4), text(row, 5), row.getBytes(6),
        Instant.parse(text(row, 7)), destroyed == null ? null : Instant.parse(destroyed));
  }

  private static BlobRow blobRow(ResultSet row) throws SQLException {
    return new BlobRow(bytes(row, 2), text(row, 3), text(row, 4), text(row, 5), bytes(row, 6));
  }

  private static Tombstone tombstone(ResultSet row) throws SQLException {
    return new Tombstone(text(row, 1), text(row, 2), Instant.parse(text(row, 3)), row.getInt(4));
  }

  /** Empty where a damaged row has nothing. */
  private static byte[] bytes(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElseGet(row.getBytes(column), () -> new byte[0]);
  }

  /** Empty where a damaged row has nothing. */
  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
