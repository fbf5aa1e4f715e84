package org.communityledger.log.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.communityledger.log.Append;
import org.communityledger.log.AppendCondition;
import org.communityledger.log.AppendConflict;
import org.communityledger.log.Appended;
import org.communityledger.log.CommandRecorded;
import org.communityledger.log.Draft;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Query;
import org.communityledger.log.RecentEntries;

/**
 * Writes batches of appends, each batch in one transaction: judges conditions, stamps times, stores entries, extends the
 * tree. Belongs to the one writing thread.
 */
final class Writer implements AutoCloseable {
  private static final int WINDOW = 16_384;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
      .withZone(ZoneOffset.UTC);

  private final Connection connection;
  private final InstantSource clock;
  private final TypeNames types;
  private final Rows rows;
  private final RecentEntries recent;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private GrowingTree tree;
  private String lastTime;

  Writer(Connection connection, InstantSource clock, TypeNames types, GrowingTree tree, String lastTime) {
    this.connection = connection;
    this.clock = clock;
    this.types = types;
    this.tree = tree;
    this.lastTime = lastTime;
    this.rows = new Rows(connection);
    this.recent = new RecentEntries(WINDOW, tree.size());
  }

  /** The tree over everything committed. */
  GrowingTree tree() {
    return tree;
  }

  /**
   * Writes a batch and commits it.
   *
   * @return per append what became of it: an {@link Appended} or the {@link LogException} that refuses it
   * @throws LogException if nothing of the batch is stored
   */
  List<Object> write(List<Append> batch) {
    Staged staged = new Staged();
    try {
      execute("BEGIN IMMEDIATE");
      Set<String> recorded = recordedAmong(batch);
      List<Object> results = new ArrayList<>(batch.size());
      for (Append append : batch) {
        Object result = recorded.contains(append.commandId())
            ? new CommandRecorded(append.commandId())
            : staged.stage(append);
        if (result instanceof Appended) {
          recorded.add(append.commandId());
        }
        results.add(result);
      }
      if (staged.entries.isEmpty()) {
        execute("ROLLBACK");
        return results;
      }
      staged.store();
      execute("COMMIT");
      tree = staged.grown;
      lastTime = staged.time;
      staged.newTypes.forEach((name, id) -> types.put(id, name));
      return results;
    } catch (SQLException | RuntimeException | Error e) {
      undo(e);
      throw new LogException("Committing " + batch.size() + " appends failed, none of them is stored: " + e, e);
    }
  }

  /** A full disk lets SQLite roll back by itself; then this fails, and the next transaction begins all the same. */
  private void undo(Throwable failure) {
    recent.restart(tree.size());
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

  private Set<String> recordedAmong(List<Append> batch) throws SQLException {
    Set<String> recorded = new HashSet<>();
    int chunk = batch.size() == 1 ? 1 : batch.size() <= 8 ? 8 : 64; // few shapes to prepare
    for (int from = 0; from < batch.size(); from += chunk) {
      PreparedStatement statement = statement(
          "SELECT command_id FROM decision WHERE command_id IN (" + "?,".repeat(chunk - 1) + "?)");
      for (int i = 0; i < chunk; i++) {
        statement.setString(i + 1, batch.get(Math.min(from + i, batch.size() - 1)).commandId());
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          recorded.add(found.getString(1));
        }
      }
    }
    return recorded;
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
    rows.close();
    for (PreparedStatement each : prepared.values()) {
      each.close();
    }
  }

  private record Staging(long position, int type, byte[] hash, Draft draft) {}

  private record StagingTag(String tag, int type, long position) {}

  private record StagingDecision(long first, Append append) {}

  private record StagingTile(int level, long index, byte[] hashes) {}

  /** What a batch adds, until it is committed. */
  private final class Staged {
    private final GrowingTree grown = tree.copy();
    private final List<Staging> entries = new ArrayList<>();
    private final List<StagingTag> tags = new ArrayList<>();
    private final List<StagingDecision> decisions = new ArrayList<>();
    private final List<StagingTile> tiles = new ArrayList<>();
    private final Map<String, Integer> newTypes = new HashMap<>();
    private String time = lastTime;

    private Object stage(Append append) throws SQLException {
      OptionalLong between = between(append.condition());
      if (between.isPresent()) {
        return new AppendConflict(append.commandId(), between.getAsLong(), typeAt(between.getAsLong()),
            append.condition());
      }
      String now = TIME.format(clock.instant().truncatedTo(ChronoUnit.MICROS));
      time = now.compareTo(time) > 0 ? now : time;
      byte[] stamp = time.getBytes(StandardCharsets.US_ASCII);
      long first = grown.size();
      List<byte[]> hashes = new ArrayList<>(append.entries().size());
      for (Draft draft : append.entries()) {
        System.arraycopy(stamp, 0, draft.line(), draft.timeSlot(), Draft.TIME_LENGTH);
        byte[] hash = MerkleHash.leaf(draft.line());
        long position = grown.size();
        int type = typeId(draft.type());
        grown.add(hash, (level, index, full) -> tiles.add(new StagingTile(level, index, full)));
        entries.add(new Staging(position, type, hash, draft));
        draft.tags().forEach(it -> tags.add(new StagingTag(it, type, position)));
        recent.add(position, draft.type(), draft.tags());
        hashes.add(hash);
      }
      decisions.add(new StagingDecision(first, append));
      return new Appended(first, hashes);
    }

    private int typeId(String name) throws SQLException {
      int known = types.idOf(name, connection);
      return known != 0 ? known : newTypes.computeIfAbsent(name, it -> types.count() + newTypes.size() + 1);
    }

    /** The position of an entry that the condition forbids: in the window of recent ones, or older and stored. */
    private OptionalLong between(AppendCondition condition) throws SQLException {
      OptionalLong inWindow = recent.matching(condition.query(), condition.from());
      if (inWindow.isPresent() || condition.from() >= recent.start()) {
        return inWindow;
      }
      for (Query.Criterion criterion : condition.query().criteria()) {
        QuerySql older = QuerySql.positions(criterion, condition.from(), recent.start(), this::storedTypeId);
        PreparedStatement statement = statement(older.sql() + " LIMIT 1");
        for (int i = 0; i < older.parameters().size(); i++) {
          statement.setObject(i + 1, older.parameters().get(i));
        }
        try (ResultSet found = statement.executeQuery()) {
          if (found.next()) {
            return OptionalLong.of(found.getLong(1));
          }
        }
      }
      return OptionalLong.empty();
    }

    private int storedTypeId(String name) {
      try {
        return types.idOf(name, connection);
      } catch (SQLException e) {
        throw new LogException("The dictionary of types cannot be read: " + e.getMessage(), e);
      }
    }

    private String typeAt(long position) throws SQLException {
      for (Staging each : entries) {
        if (each.position == position) {
          return each.draft.type();
        }
      }
      PreparedStatement statement = statement("SELECT type FROM event WHERE position = ?");
      statement.setLong(1, position);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? types.nameOf(found.getInt(1), connection) : "an entry";
      }
    }

    private void store() throws SQLException {
      List<Map.Entry<String, Integer>> added = List.copyOf(newTypes.entrySet());
      rows.insert("event_type", 2, added.size(), (statement, row, at) -> {
        statement.setInt(at + 1, added.get(row).getValue());
        statement.setString(at + 2, added.get(row).getKey());
      });
      rows.insert("event", 4, entries.size(), (statement, row, at) -> {
        Staging each = entries.get(row);
        statement.setLong(at + 1, each.position);
        statement.setInt(at + 2, each.type);
        statement.setBytes(at + 3, each.hash);
        statement.setBytes(at + 4, each.draft.line());
      });
      rows.insert("event_tag", 3, tags.size(), (statement, row, at) -> {
        StagingTag each = tags.get(row);
        statement.setString(at + 1, each.tag);
        statement.setInt(at + 2, each.type);
        statement.setLong(at + 3, each.position);
      });
      rows.insert("decision", 5, decisions.size(), (statement, row, at) -> {
        StagingDecision each = decisions.get(row);
        statement.setLong(at + 1, each.first);
        statement.setInt(at + 2, each.append.entries().size());
        statement.setString(at + 3, each.append.commandId());
        statement.setBytes(at + 4, each.append.decision());
        statement.setBytes(at + 5, each.append.digest());
      });
      rows.insert("tile", 3, tiles.size(), (statement, row, at) -> {
        StagingTile each = tiles.get(row);
        statement.setInt(at + 1, each.level);
        statement.setLong(at + 2, each.index);
        statement.setBytes(at + 3, each.hashes);
      });
      PreparedStatement head = statement("UPDATE log_head SET size = ?, frontier = ?, time = ? WHERE id = 1");
      head.setLong(1, grown.size());
      head.setBytes(2, grown.frontier());
      head.setString(3, time);
      head.executeUpdate();
    }
  }
}
