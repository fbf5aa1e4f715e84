package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a ledger stored for some commands, one event each: the bytes and rows that the baselines store again.
 *
 * @param commands by position
 */
record RecordedRows(List<Recorded> commands) {
  /** One command's rows. The event's place and type are numbers, as in the ledger. */
  record Recorded(
      long position,
      int type,
      byte[] leaf,
      List<String> tags,
      String commandId,
      byte[] decision,
      byte[] digest) {
    /** The case's tag, the first of the four. */
    String caseTag() {
      return tags.stream().filter(it -> it.startsWith("case:")).findFirst().orElseThrow();
    }
  }

  /** Makes a closed ledger's rows quick to read: tags are found by tag there, not by position. */
  static void prepare(Path ledger) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        PreparedStatement index = connection.prepareStatement("CREATE INDEX by_position ON event_tag (position)")) {
      index.executeUpdate();
    }
  }

  /** Reads the last so many rows of a ledger that was prepared for it. */
  static RecordedRows last(int count, Path ledger) throws SQLException {
    List<Recorded> all = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        PreparedStatement commands = connection.prepareStatement("""
            SELECT e.type, e.leaf, d.command_id, d.line, d.digest, group_concat(t.tag, ' ')
            FROM event e JOIN decision d ON d.first = e.position JOIN event_tag t ON t.position = e.position
            WHERE e.position >= (SELECT size FROM log_head) - ? GROUP BY e.position ORDER BY e.position
            """)) {
      commands.setInt(1, count);
      try (ResultSet row = commands.executeQuery()) {
        while (row.next()) {
          List<String> tags = List.of(row.getString(6).split(" "));
          all.add(new Recorded(all.size(), row.getInt(1), row.getBytes(2), tags, row.getString(3), row.getBytes(4),
              row.getBytes(5)));
        }
      }
    }
    return new RecordedRows(all);
  }
}
