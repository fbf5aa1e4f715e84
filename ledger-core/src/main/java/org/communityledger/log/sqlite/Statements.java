package org.communityledger.log.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.StoredEvidence.Head;
import org.communityledger.log.sqlite.Readers.Reader;

/** Reads that several classes here share. */
final class Statements {
  private static final String DECISION = "SELECT command_id, first, count, line, digest FROM decision ";

  private Statements() {}

  static Head head(Reader reader) throws SQLException {
    return reader.query("SELECT size, frontier, time FROM log_head WHERE id = 1", List.of(),
        it -> new Head(it.getLong(1), it.getBytes(2), it.getString(3))).getFirst();
  }

  static long size(Reader reader) throws SQLException {
    return reader.query("SELECT size FROM log_head WHERE id = 1", List.of(), it -> it.getLong(1)).getFirst();
  }

  static Optional<byte[]> tile(Reader reader, int level, long index) throws SQLException {
    return reader.query("SELECT hashes FROM tile WHERE level = ? AND idx = ?", List.of(level, index),
        it -> it.getBytes(1)).stream().findFirst();
  }

  static Optional<RecordedDecision> decision(Reader reader, String commandId) throws SQLException {
    return reader.query(DECISION + "WHERE command_id = ?", List.of(commandId), Statements::decision).stream()
        .findFirst();
  }

  static Optional<RecordedDecision> decisionAt(Reader reader, long position) throws SQLException {
    return reader.query(DECISION + "WHERE first <= ? ORDER BY first DESC LIMIT 1", List.of(position),
        Statements::decision).stream().filter(it -> position < it.first() + it.count()).findFirst();
  }

  static List<RecordedDecision> decisions(Reader reader, long from, long to, int limit) throws SQLException {
    return reader.query(DECISION + "WHERE first >= ? AND first < ? ORDER BY first LIMIT ?", List.of(from, to, limit),
        Statements::decision);
  }

  private static RecordedDecision decision(ResultSet row) throws SQLException {
    return new RecordedDecision(row.getString(1), row.getLong(2), row.getInt(3), row.getBytes(4), row.getBytes(5));
  }
}
