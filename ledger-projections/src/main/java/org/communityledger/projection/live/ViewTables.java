package org.communityledger.projection.live;

import java.util.List;
import java.util.Optional;

/** Where one view lies in the store, as bytes; everything but reading whole views. Belongs to a session. */
final class ViewTables {
  private final Session session;
  private final long view;

  ViewTables(Session session, long view) {
    this.session = session;
    this.view = view;
  }

  Optional<byte[]> row(byte[] key) {
    return session.first("SELECT row FROM view_row WHERE view = ? AND key = ?", it -> it.getBytes(1), view, key);
  }

  void putRow(byte[] key, byte[] row) {
    session.update("INSERT INTO view_row VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET row = excluded.row", view, key,
        row);
  }

  void removeRow(byte[] key) {
    session.update("DELETE FROM view_row WHERE view = ? AND key = ?", view, key);
  }

  void putEntry(IndexEntry entry, byte[] key) {
    session.update("INSERT INTO index_entry VALUES (?, ?, ?, ?)", view, entry.index(), entry.value(), key);
  }

  void removeEntry(IndexEntry entry, byte[] key) {
    session.update("DELETE FROM index_entry WHERE view = ? AND name = ? AND value = ? AND key = ?", view,
        entry.index(), entry.value(), key);
  }

  Optional<byte[]> figure(String key) {
    return session.first("SELECT sum FROM figure WHERE view = ? AND key = ?", it -> it.getBytes(1), view, key);
  }

  void putFigure(String key, byte[] sum) {
    session.update("INSERT INTO figure VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET sum = excluded.sum", view, key, sum);
  }

  void removeFigure(String key) {
    session.update("DELETE FROM figure WHERE view = ? AND key = ?", view, key);
  }

  /** The events noted for a key, in order. */
  List<Long> events(byte[] key) {
    return session.query("SELECT position FROM key_event WHERE view = ? AND key = ? ORDER BY position",
        it -> it.getLong(1), view, key);
  }

  void putEvent(byte[] key, long position) {
    session.update("INSERT OR IGNORE INTO key_event VALUES (?, ?, ?)", view, key, position);
  }

  List<Parked> parked() {
    return session.query("""
        SELECT key, position, type, error,
          (SELECT count(*) FROM waiting w WHERE w.view = p.view AND w.key = p.key) - 1
        FROM parked p WHERE view = ?""",
        it -> new Parked(it.getBytes(1), it.getLong(2), it.getString(3), it.getString(4), it.getLong(5)), view);
  }

  /** A parked key as it is stored. */
  record Parked(byte[] key, long position, String type, String error, long waiting) {}

  void putParked(byte[] key, long position, String type, String error) {
    session.update("INSERT INTO parked VALUES (?, ?, ?, ?, ?)", view, key, position, type, error);
  }

  /** An event that a parked key waits to be told of. */
  void putWaiting(byte[] key, long position) {
    session.update("INSERT OR IGNORE INTO waiting VALUES (?, ?, ?)", view, position, key);
  }

  /** The parked keys that wait to be told of the event. */
  List<byte[]> keysWaitingFor(long position) {
    return session.query("SELECT key FROM waiting WHERE view = ? AND position = ?", it -> it.getBytes(1), view,
        position);
  }

  void removeParked(byte[] key) {
    session.update("DELETE FROM parked WHERE view = ? AND key = ?", view, key);
    session.update("DELETE FROM waiting WHERE view = ? AND key = ?", view, key);
  }
}
