package org.communityledger.log.sqlite;

import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.communityledger.log.LogException;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.StoredEvidence;

/** A file's rows as they are, all from one read transaction. For one thread. */
final class SqliteEvidence implements StoredEvidence {
  private final Readers readers;

  SqliteEvidence(SqliteFile file) {
    this.readers = new Readers(file);
    readers.read(reader -> {
      try (Statement statement = reader.connection().createStatement()) {
        return statement.execute("BEGIN"); // one connection, one thread: everything that follows is read within it
      }
    });
  }

  @Override
  public Head head() {
    return readers.read(Statements::head);
  }

  @Override
  public List<Row> rows(long from, int limit) {
    return readers.read(reader -> reader.query("""
        SELECT e.position, ifnull(t.name, '?' || e.type), e.leaf_hash, e.leaf
        FROM event e LEFT JOIN event_type t ON t.id = e.type
        WHERE e.position >= ? ORDER BY e.position LIMIT ?""", List.of(from, limit),
        it -> new Row(it.getLong(1), Statements.text(it, 2), Statements.bytes(it, 3), Statements.bytes(it, 4))));
  }

  @Override
  public boolean hasTag(TagRow row) {
    return readers.read(reader -> !reader.query("""
        SELECT 1 FROM event_tag g JOIN event_type t ON t.id = g.type
        WHERE g.tag = ? AND t.name = ? AND g.position = ?""", List.of(row.tag(), row.type(), row.position()),
        it -> it.getInt(1)).isEmpty());
  }

  @Override
  public List<TagRow> tags(long from, long to) {
    return readers.read(reader -> reader.query("""
        SELECT g.position, g.tag, ifnull(t.name, '?' || g.type) FROM event_tag g LEFT JOIN event_type t ON t.id = g.type
        WHERE g.position >= ? AND g.position < ? ORDER BY g.position""", List.of(from, to),
        it -> new TagRow(it.getLong(1), Statements.text(it, 2), Statements.text(it, 3))));
  }

  @Override
  public Optional<RecordedDecision> decisionAt(long position) {
    return readers.read(reader -> Statements.decisionAt(reader, position));
  }

  @Override
  public Counts counts() {
    return readers.read(reader -> reader.query("""
        SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM decision), (SELECT count(*) FROM event_tag),
          (SELECT count(*) FROM tile)""", List.of(),
        it -> new Counts(it.getLong(1), it.getLong(2), it.getLong(3), it.getLong(4))).getFirst());
  }

  @Override
  public Optional<byte[]> tile(int level, long index) {
    return readers.read(reader -> Statements.tile(reader, level, index));
  }

  @Override
  public List<String> damage() {
    try {
      return readers.read(reader -> reader.query("PRAGMA integrity_check(10)", List.of(), it -> Statements.text(it, 1)))
          .stream().filter(it -> !it.equals("ok")).toList();
    } catch (LogException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    readers.close();
  }
}
