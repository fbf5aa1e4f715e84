package org.communityledger.log;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/**
 * An append-only sequence of entries with dense positions from 0, each a leaf of one RFC 6962 tree.
 *
 * <p>An append is all or nothing and durable when its future completes. Appends take turns; each is judged against its
 * {@link AppendCondition} on what all earlier ones left behind. Readers see only what is durable, and never a gap.
 *
 * <p>All methods may be called by many threads. Failures arrive as {@link LogException}, thrown by reads and as the
 * cause of a failed append.
 */
public interface EntryLog extends AutoCloseable {
  /**
   * Appends the entries of one command.
   *
   * <p>The future fails with {@link AppendConflict} if the condition does not hold, with {@link CommandRecorded} if the
   * command id is already recorded, and with another {@link LogException} if the store fails; then nothing of this
   * append is stored. It completes on a thread of the log's: hand longer work on to another.
   */
  CompletableFuture<Appended> append(Append append);

  /** The log as a decision may see it now. */
  Outlook outlook();

  /**
   * Gives an append its place behind everything staged so far, judging its condition on all of that. Later decisions may
   * see it at once; it is for the caller to wait until it is durable.
   *
   * @param outlook what the append was decided on; its condition begins at the outlook's size, or before
   * @throws AppendConflict if the condition does not hold
   * @throws CommandRecorded if the command id is among the latest recorded; an older recording is found on
   *   {@link Staged#await}
   * @throws Unsettled if what it was decided on could not be stored
   * @throws LogException if the log is closed or fails
   */
  Staged stage(Append append, Outlook outlook);

  /** The number of durable entries; the next entry gets this position. */
  long size();

  /**
   * Reads matching entries in order of position.
   *
   * @param query what to look for
   * @param from the first position looked at
   * @param to the position before which to stop; never beyond {@link #size()}
   * @param limit the most entries returned, 1 or more
   */
  List<Entry> read(Query query, long from, long to, int limit);

  /** The last matching entry before the position, if any. Costs one look-up per criterion, not a scan. */
  Optional<Entry> last(Query query, long before);

  /** The decision recorded under the command id, if any. */
  Optional<RecordedDecision> decision(String commandId);

  /** The decision that wrote the entry at the position, if there is such an entry. */
  Optional<RecordedDecision> decisionAt(long position);

  /** Decisions in order of their first position, beginning with the first at or after the position. */
  List<RecordedDecision> decisions(long from, int limit);

  /** Size and root of the tree over everything durable. */
  TreeHead head();

  /** The hashes of the tree, for proofs and tiles; covers at least {@link #size()} as it was when called. */
  TreeHashes hashes();

  /** What is stored, row by row and unchecked, for {@link Verifier}; to be closed. */
  StoredEvidence evidence();

  /**
   * Registers a listener told of every new size, once it is durable. Calls come one after the other, from a thread of
   * the log's, outside its locks; several appends may be told in one call.
   *
   * @return to be closed to end the listening
   */
  AutoCloseable onAppend(LongConsumer listener);

  /** Completes what was accepted, refuses what comes later, and releases the files. May be called twice. */
  @Override
  void close();
}
