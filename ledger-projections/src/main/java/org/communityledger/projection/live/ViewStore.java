package org.communityledger.projection.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.TreeHead;
import org.communityledger.projection.Projection;

/**
 * The views in one file: of each name at most one version that is read, and others that are being built or thrown away.
 * Reading is safe for many threads; all that writes is for one.
 */
final class ViewStore implements AutoCloseable {
  /** How many rows of a view that is thrown away are deleted at once, so that nobody waits long meanwhile. */
  private static final int CHUNK = 1_000;
  /** What belongs to one view, by what tells the rows of a table apart. */
  private static final Map<String, String> TABLES = Map.of("view_row", "key", "index_entry", "name, value, key",
      "figure", "key", "key_event", "key, position", "parked", "key", "waiting", "position, key");
  /**
   * The stores this process writes to. Processes keep apart by the ledger, which is open for writing in one of them; and
   * if two use one file for two ledgers, the first to find that somebody else wrote to it writes no more.
   */
  private static final Set<Path> OPEN = new HashSet<>();

  private final StoreFile file;
  private final Path held;
  private final Session writer;
  private final Sessions readers;

  private ViewStore(StoreFile file, Path held, Session writer) {
    this.file = file;
    this.held = held;
    this.writer = writer;
    this.readers = new Sessions(file);
  }

  /**
   * Opens a store, creating the file if there is none.
   *
   * @throws ViewStoreException if the file is something else, of a newer format, or in use already
   */
  static ViewStore open(Path path) {
    return open(new StoreFile(path));
  }

  /** Opens a store in a file; see {@link #open(Path)}. */
  static ViewStore open(StoreFile file) {
    synchronized (OPEN) {
      Session writer = file.writer();
      try {
        Path real = file.path().toRealPath();
        if (!OPEN.add(real)) {
          throw new ViewStoreException(
              file.path() + " is in use already; close the other Live first, or name another file");
        }
        return new ViewStore(file, real, writer);
      } catch (IOException e) {
        writer.close();
        throw new ViewStoreException(file.path() + " cannot be found: " + e.getMessage(), e);
      } catch (RuntimeException e) {
        writer.close();
        throw e;
      }
    }
  }

  /** The session that writes. */
  Session writer() {
    return writer;
  }

  /** All or nothing. */
  void transaction(Runnable work) {
    writer.transaction(work);
  }

  /** Reads the state of one moment. */
  <T> T read(Function<Session, T> work) {
    return readers.readOneState(work);
  }

  /** The version of a name that is read, if there is one. */
  Optional<StoredVersion> live(String name) {
    return live(writer, name);
  }

  /** The version of a name that is read in a session's state, if there is one. */
  static Optional<StoredVersion> live(Session session, String name) {
    return session.first("SELECT " + StoredVersion.COLUMNS + " FROM view WHERE state = 'LIVE' AND name = ?",
        StoredVersion.READER, name);
  }

  /** Gives up what was being built: nobody knows how far that came. */
  void giveUpBuilding() {
    transaction(() -> writer.update("UPDATE view SET state = 'GONE' WHERE state = 'BUILDING'"));
  }

  /** Begins a view that nobody reads yet. */
  long build(Projection<?, ?> projection) {
    transaction(() -> writer.update("""
        INSERT INTO view (name, version, state, indexes, size, root) VALUES (?, ?, 'BUILDING', ?, 0, ?)""",
        projection.name(), projection.version(), StoredVersion.joined(projection.indexes().keySet()),
        MerkleHash.empty()));
    return writer.number("SELECT last_insert_rowid()");
  }

  /** Says how much is applied to a view. */
  void advance(long id, TreeHead to) {
    writer.update("UPDATE view SET size = ?, root = ? WHERE id = ?", to.size(), to.root(), id);
  }

  /** Says why nothing more is applied to a view. */
  void fail(long id, String failure) {
    writer.update("UPDATE view SET failure = ? WHERE id = ?", failure, id);
  }

  /** Lets a view be read, in the place of any other version of that name. */
  void goLive(long id, String name) {
    writer.update("UPDATE view SET state = 'GONE' WHERE state = 'LIVE' AND name = ?", name);
    writer.update("UPDATE view SET state = 'LIVE' WHERE id = ?", id);
  }

  /** Lets a view no longer be read. */
  void drop(long id) {
    transaction(() -> writer.update("UPDATE view SET state = 'GONE' WHERE id = ?", id));
  }

  /** Deletes some of what nobody reads. Returns whether there may be more. */
  boolean clear() {
    Optional<Long> gone = writer.first("SELECT id FROM view WHERE state = 'GONE' LIMIT 1", row -> row.getLong(1));
    gone.ifPresent(id -> transaction(() -> {
      int deleted = 0;
      for (Map.Entry<String, String> each : TABLES.entrySet()) {
        deleted += clear(each.getKey(), each.getValue(), id);
      }
      if (deleted == 0) {
        writer.update("DELETE FROM view WHERE id = ?", id);
      }
    }));
    return gone.isPresent();
  }

  private int clear(String table, String key, long view) {
    return writer.update("DELETE FROM " + table + " WHERE view = ?1 AND (" + key + ") IN (SELECT " + key + " FROM "
        + table + " WHERE view = ?1 LIMIT " + CHUNK + ")", view);
  }

  @Override
  public void close() {
    readers.close();
    file.settle(writer);
    writer.close();
    synchronized (OPEN) {
      OPEN.remove(held);
    }
  }
}
