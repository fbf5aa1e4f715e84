package org.communityledger.seal;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where wrapped keys and encrypted values are kept, apart from the log. Holds nothing in the clear but whom a key is
 * for. What a method changes is durable when it returns, all of it or nothing. Safe for many threads; all methods throw
 * {@link SealException} if the store fails.
 */
public interface PersonalStore extends AutoCloseable {
  /** The store's name for messages: its file. */
  String name();

  /** The key with this id, if there is one. */
  Optional<KeyRow> key(String id);

  /** The key of the highest generation for the subject and purpose. */
  Optional<KeyRow> latestKey(String subject, String purpose);

  /** The encrypted value of the command with this SHA-256. */
  Optional<BlobRow> blob(String command, byte[] hash);

  /** A number no key was stored with yet; grows from opening to opening. */
  long nextKeyNumber();

  /** All tombstones. */
  List<Tombstone> tombstones();

  /** Whether the subject has a key that is not destroyed, or an encrypted value. */
  boolean holdsAnythingOf(Tag subject);

  /** Destroyed keys whose subject has no tombstone. */
  List<KeyRow> destroyedWithoutTombstone();

  /** Adds keys, then values. */
  void add(List<KeyRow> keys, List<BlobRow> blobs);

  /** Removes values that belong to nothing recorded. */
  void remove(Collection<BlobRow> blobs);

  /**
   * Destroys the keys and values of a subject and leaves a tombstone; nothing of them remains in the store's files.
   * Idempotent.
   *
   * @throws SealException if it could not be done, or could not be wiped from the files; call it again then
   */
  Destroyed destroy(Tag subject, EventId request, Instant at);

  /**
   * Values and keys added since the last {@link #settle}, the eldest first.
   *
   * @param after the number of the last one seen, 0 to begin
   */
  List<Added> addedSinceSettled(long after, int limit);

  /** The latest of the values that belonged there at the last {@link #settle} and were not removed since. */
  Optional<BlobRow> latestSettled();

  /**
   * Removes keys added since the last settling that no value uses, other than those of surrogates, and remembers that
   * everything there belongs.
   */
  void settle();

  /** Keys that are wrapped, but not by this one. */
  List<KeyRow> wrappedByOthers(String kek, int limit);

  /** How many keys each key-encryption key wraps, by its id. */
  List<KeysUnder> wrappings();

  /** Stores keys under new wrapping, unless they were destroyed meanwhile. */
  void rewrap(List<KeyRow> keys);

  /** Wipes what was overwritten from the store's write-ahead log. */
  void wipe();

  @Override
  void close();

  /**
   * A key as it is stored.
   *
   * @param subject the tag of whom it is for
   * @param kek the id of the key it is wrapped with
   * @param wrapped the wrapped key; null once it is destroyed
   * @param destroyed when it was destroyed; null if it was not
   */
  record KeyRow(
      String id,
      String subject,
      String purpose,
      int generation,
      String kek,
      byte @Nullable [] wrapped,
      Instant created,
      @Nullable Instant destroyed) {
    @Override
    public String toString() {
      return "KeyRow[" + id + " for " + subject + " " + purpose + " " + generation + " under " + kek + "]";
    }
  }

  /**
   * An encrypted value as it is stored.
   *
   * @param hash SHA-256 of the bytes
   * @param key the id of the key
   * @param command the command it came with
   * @param pointer where in the command it stands
   */
  record BlobRow(byte[] hash, String key, String command, String pointer, byte[] bytes) {
    @Override
    public String toString() {
      return "BlobRow[" + HexFormat.of().formatHex(hash) + " of " + command + pointer + "]";
    }
  }

  /** A value with its number in order of adding. */
  record Added(long number, BlobRow blob) {}

  /** A subject that is forgotten, and how many of its values were destroyed. */
  record Tombstone(String subject, String request, Instant at, int values) {}

  /** How many keys a key-encryption key wraps. */
  record KeysUnder(String kek, long keys) {}
}
