package org.communityledger.log.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.communityledger.log.LogException;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.StoredEvidence.Head;
import org.communityledger.log.sqlite.Readers.Reader;

/** Reads that several classes here share. */
final class Statements {
  private static final String DECISION = "SELECT command_id, first, count, line, digest FROM decision ";

  private Statements() {}

  static Head head(Reader reader) throws SQLException {
    return reader.query("SELECT size, frontier, time FROM log_head WHERE id = 1", List.of(),
        it -> new Head(it.getLong(1), bytes(it, 2), text(it, 3))).stream().findFirst().orElseThrow(Statements::noHead);
  }

  static long size(Reader reader) throws SQLException {
    return reader.query("SELECT size FROM log_head WHERE id = 1", List.of(), it -> it.getLong(1)).stream().findFirst()
        .orElseThrow(Statements::noHead);
  }

  private static LogException noHead() {
    return new LogException("The stored head is missing; restore a backup");
  }

  /** Empty where a damaged row has nothing. */
  static byte[] bytes(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElseGet(row.getBytes(column), () -> new byte[0]);
  }

  /** Empty where a damaged row has nothing. */
  static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  static Optional<byte[]> tile(Reader reader, int level, long index) throws SQLException {
    return reader.query("SELECT hashes FROM tile WHERE level = ? AND idx = ?", List.of(level, index),
        it -> bytes(it, 1)).stream().findFirst();
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
    return new RecordedDecision(text(row, 1), row.getLong(2), row.getInt(3), bytes(row, 4), bytes(row, 5));
  }
}
