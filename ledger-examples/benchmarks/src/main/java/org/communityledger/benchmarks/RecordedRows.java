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

  /** Reads the rows of a closed ledger from the position on. */
  static RecordedRows of(Path ledger, long from) throws SQLException {
    List<Recorded> all = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        PreparedStatement commands = connection.prepareStatement("""
            SELECT e.position, e.type, e.leaf, d.command_id, d.line, d.digest, group_concat(t.tag, ' ')
            FROM event e JOIN decision d ON d.first = e.position JOIN event_tag t ON t.position = e.position
            WHERE e.position >= ? GROUP BY e.position ORDER BY e.position
            """)) {
      // Tags are found by tag, not by position; read once, this index makes the join quick.
      try (PreparedStatement index = connection.prepareStatement("CREATE INDEX by_position ON event_tag (position)")) {
        index.executeUpdate();
      }
      commands.setLong(1, from);
      try (ResultSet row = commands.executeQuery()) {
        while (row.next()) {
          List<String> tags = List.of(row.getString(7).split(" "));
          all.add(new Recorded(row.getLong(1) - from, row.getInt(2), row.getBytes(3), tags, row.getString(4),
              row.getBytes(5), row.getBytes(6)));
        }
      }
    }
    return new RecordedRows(all);
  }
}
