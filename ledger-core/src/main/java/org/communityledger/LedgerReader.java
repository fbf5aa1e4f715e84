package org.communityledger;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Query;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.TreeHead;
import org.communityledger.log.Verification;
import org.communityledger.log.Verifier;

/**
 * Reads a ledger: for views, verification and audits. Opened by {@link Ledger#openReadOnly}, also while an application
 * writes, or taken from an open {@link Ledger#reader()}. Safe for many threads.
 */
public final class LedgerReader implements AutoCloseable {
  private final EntryLog log;
  private final EventCodec codec;
  private final String origin;
  private final ZoneId zone;
  private final Path file;

  LedgerReader(EntryLog log, EventCodec codec, String origin, ZoneId zone, Path file) {
    this.log = log;
    this.codec = codec;
    this.origin = origin;
    this.zone = zone;
    this.file = file;
  }

  /** The ledger's name for outsiders. */
  public String origin() {
    return origin;
  }

  /** The time zone whose days the ledger counts. */
  public ZoneId zone() {
    return zone;
  }

  /** The file the ledger is kept in, if it is kept in a file. */
  public Optional<Path> file() {
    return Optional.of(file);
  }

  /** The number of entries. */
  public long size() {
    return log.size();
  }

  /** Size and root of the tree. */
  public TreeHead head() {
    return log.head();
  }

  /**
   * The event at a position.
   *
   * @throws LedgerException if there is none, or it cannot be read
   */
  public RecordedEvent event(long position) {
    try {
      return log.read(Query.all(), position, position + 1, 1).stream().findFirst().map(codec::decode)
          .orElseThrow(() -> new LedgerException("There is no entry #" + position + "; the last is #" + (size() - 1)));
    } catch (RuntimeException e) {
      throw LedgerException.of(e);
    }
  }

  /** Like {@link #verify(Verifier.Progress)}, without progress. */
  public Verification verify() {
    return verify((position, size) -> {});
  }

  /**
   * Checks every entry and everything derived from it: recomputes the tree, the derived columns, the decision records.
   * Works while an application writes; what is recorded meanwhile is not looked at. Finds damage and names the first
   * wrong position; a damaged ledger is an answer, not an exception.
   */
  public Verification verify(Verifier.Progress progress) {
    try (StoredEvidence evidence = log.evidence()) {
      return Verifier.deep(evidence, codec, progress);
    }
  }

  /** The stored entries, for those who need the bytes. */
  public EntryLog log() {
    return log;
  }

  /** How entries are read. */
  public EventCodec codec() {
    return codec;
  }

  @Override
  public void close() {
    log.close();
  }
}
