package org.communityledger.log.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communityledger.log.Draft;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.communityledger.log.jdbc.Inserts;

/**
 * Stores batches of appends that have their places, each in one transaction, and extends the tree. Used by one thread at
 * a time.
 */
final class Writer implements AutoCloseable {
  private final Connection connection;
  private final TypeNames types;
  private final Inserts inserts;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private GrowingTree tree;

  Writer(Connection connection, TypeNames types, GrowingTree tree) {
    this.connection = connection;
    this.types = types;
    this.tree = tree;
    this.inserts = new Inserts(connection);
  }

  /** The tree over everything committed. */
  GrowingTree tree() {
    return tree;
  }

  /** The command ids among those of the batch that are recorded already. */
  Set<String> recordedAmong(List<StagedAppend> batch) {
    Set<String> recorded = new HashSet<>();
    int chunk = batch.size() == 1 ? 1 : batch.size() <= 8 ? 8 : 64; // few shapes to prepare
    try {
      for (int from = 0; from < batch.size(); from += chunk) {
        PreparedStatement statement = statement(
            "SELECT command_id FROM decision WHERE command_id IN (" + "?,".repeat(chunk - 1) + "?)");
        for (int i = 0; i < chunk; i++) {
          statement.setString(i + 1, batch.get(Math.min(from + i, batch.size() - 1)).append().commandId());
        }
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            recorded.add(found.getString(1));
          }
        }
      }
    } catch (SQLException | RuntimeException | Error e) {
      throw new LogException(String.valueOf(e), e);
    }
    return recorded;
  }

  /**
   * Writes a batch in one transaction.
   *
   * @return the tree over everything committed
   * @throws LogException if nothing of the batch is stored
   */
  GrowingTree write(List<StagedAppend> batch) {
    try {
      Rows added = new Rows(batch);
      execute("BEGIN IMMEDIATE");
      added.store();
      execute("COMMIT");
      tree = added.grown;
      added.newTypes.forEach((name, id) -> types.put(id, name));
      return tree;
    } catch (SQLException | RuntimeException | Error e) {
      undo(e);
      throw new LogException(String.valueOf(e), e);
    }
  }

  /** See {@link SqliteLog#forgetDigests}. */
  void forgetDigests(Collection<String> commandIds) {
    try {
      execute("PRAGMA secure_delete = ON");
      execute("BEGIN IMMEDIATE");
      PreparedStatement statement = statement("UPDATE decision SET digest = x'' WHERE command_id = ?");
      for (String each : commandIds) {
        statement.setString(1, each);
        statement.executeUpdate();
      }
      execute("COMMIT");
      execute("PRAGMA secure_delete = OFF");
      execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException | RuntimeException | Error e) {
      undo(e);
      throw new LogException("Digests could not be emptied: " + e, e);
    }
  }

  /** A full disk lets SQLite roll back by itself; then this fails, and the next transaction begins all the same. */
  private void undo(Throwable failure) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Begins and ends transactions in words: the driver's own commit and rollback begin the next transaction at once, and
   * where one of them fails, everything after it would be stored statement by statement.
   */
  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    inserts.close();
    for (PreparedStatement each : prepared.values()) {
      each.close();
    }
  }

  private record EventRow(long position, int type, byte[] hash, Draft draft) {}

  private record TagRow(String tag, int type, long position) {}

  private record TileRow(int level, long index, byte[] hashes) {}

  /** What a batch adds. */
  private final class Rows {
    private final List<StagedAppend> batch;
    private final GrowingTree grown = tree.copy();
    private final List<EventRow> events = new ArrayList<>();
    private final List<TagRow> tags = new ArrayList<>();
    private final List<TileRow> tiles = new ArrayList<>();
    private final Map<String, Integer> newTypes = new HashMap<>();

    private Rows(List<StagedAppend> batch) {
      this.batch = batch;
    }

    private void collect() throws SQLException {
      for (StagedAppend append : batch) {
        for (int i = 0; i < append.hashes().size(); i++) {
          Draft draft = append.append().entries().get(i);
          byte[] hash = append.hashes().get(i);
          long position = grown.size();
          if (position != append.first() + i) {
            throw new IllegalStateException("#" + (append.first() + i) + " would be stored as #" + position);
          }
          int type = typeId(draft.type());
          grown.add(hash, (level, index, full) -> tiles.add(new TileRow(level, index, full)));
          events.add(new EventRow(position, type, hash, draft));
          draft.tags().forEach(it -> tags.add(new TagRow(it, type, position)));
        }
      }
    }

    private int typeId(String name) throws SQLException {
      int known = types.idOf(name, connection);
      return known != 0 ? known : newTypes.computeIfAbsent(name, it -> types.count() + newTypes.size() + 1);
    }

    private void store() throws SQLException {
      collect();
      List<Map.Entry<String, Integer>> added = List.copyOf(newTypes.entrySet());
      inserts.insert("event_type", 2, added.size(), (statement, row, at) -> {
        statement.setInt(at + 1, added.get(row).getValue());
        statement.setString(at + 2, added.get(row).getKey());
      });
      inserts.insert("event", 4, events.size(), (statement, row, at) -> {
        EventRow each = events.get(row);
        statement.setLong(at + 1, each.position);
        statement.setInt(at + 2, each.type);
        statement.setBytes(at + 3, each.hash);
        statement.setBytes(at + 4, each.draft.line());
      });
      inserts.insert("event_tag", 3, tags.size(), (statement, row, at) -> {
        TagRow each = tags.get(row);
        statement.setString(at + 1, each.tag);
        statement.setInt(at + 2, each.type);
        statement.setLong(at + 3, each.position);
      });
      inserts.insert("decision", 5, batch.size(), (statement, row, at) -> {
        StagedAppend each = batch.get(row);
        statement.setLong(at + 1, each.first());
        statement.setInt(at + 2, each.hashes().size());
        statement.setString(at + 3, each.append().commandId());
        statement.setBytes(at + 4, each.append().decision());
        statement.setBytes(at + 5, each.append().digest());
      });
      inserts.insert("tile", 3, tiles.size(), (statement, row, at) -> {
        TileRow each = tiles.get(row);
        statement.setInt(at + 1, each.level);
        statement.setLong(at + 2, each.index);
        statement.setBytes(at + 3, each.hashes);
      });
      PreparedStatement head = statement("UPDATE log_head SET size = ?, frontier = ?, time = ? WHERE id = 1");
      head.setLong(1, grown.size());
      head.setBytes(2, grown.frontier());
      head.setString(3, batch.getLast().time());
      head.executeUpdate();
    }
  }
}
