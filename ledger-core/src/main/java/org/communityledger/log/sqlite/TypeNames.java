package org.communityledger.log.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.communityledger.log.LogException;

/**
 * The dictionary of types, a few dozen names, kept in memory. Where another process may be writing, it is read again
 * when a name or number is new. Safe for many threads.
 */
final class TypeNames {
  private final boolean written;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, String> names = new ConcurrentHashMap<>();

  /**
   * An empty dictionary.
   *
   * @param written whether the names are written through this object, so that it always knows them all
   */
  TypeNames(boolean written) {
    this.written = written;
  }

  void load(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT id, name FROM event_type");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        put(rows.getInt(1), rows.getString(2));
      }
    }
  }

  void put(int id, String name) {
    names.put(id, name);
    ids.put(name, id);
  }

  int count() {
    return names.size();
  }

  /** The names of all types there are. */
  Set<String> all(Connection connection) throws SQLException {
    if (!written) {
      load(connection);
    }
    return Set.copyOf(ids.keySet());
  }

  /**
   * Whether types are asked for, and no entry is of any of them as far as entries were durable before the call: their
   * types come here before they count as durable. False where another process may be writing.
   */
  boolean hasNone(Set<String> asked) {
    return written && !asked.isEmpty() && asked.stream().noneMatch(ids::containsKey);
  }

  /** The number of a type; 0 if no entry has it, which matches nothing. */
  int idOf(String name, Connection connection) throws SQLException {
    Integer id = ids.get(name);
    if (id == null && !written) {
      load(connection);
      id = ids.get(name);
    }
    return id == null ? 0 : id;
  }

  String nameOf(int id, Connection connection) throws SQLException {
    String name = names.get(id);
    if (name == null) {
      load(connection);
      name = names.get(id);
    }
    if (name == null) {
      throw new LogException("Type " + id + " is not in the dictionary; run verify");
    }
    return name;
  }
}
