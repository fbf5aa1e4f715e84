package org.communityledger.projection;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.communityledger.LedgerReader;
import org.communityledger.access.Access;
import org.communityledger.access.Caller;
import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.EntryLog;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.TreeHead;
import org.communityledger.projection.KnownLog.Chunk;

/**
 * Rebuilds views from a log: one pass over all entries, many projections at once, verifying on the way.
 *
 * <pre>{@code
 * Views views = Replay.of(ledger.reader()).run(new CaseRegister(), new HazardFixHistory());
 * CaseRegister.in(views).doneButUnverified().forEach(System.out::println);
 * }</pre>
 *
 * <p>{@link #run} hashes every entry it reads and hands out views only if the root over all of them is that of the log's
 * head as it was at the start; entries appended meanwhile are left out. Retractions and corrections are taken into
 * account: what was taken back is struck out, a correction stands in the place of what it corrects, as the rules saw it
 * too. It does not tell which entry is wrong, nor compare the head with a checkpoint; the log's verifier does.
 *
 * <p>Views are of today, or {@linkplain #asOf as of} any moment before. Of a log that has grown since, only the entries
 * known then are read, and their root is held against the one the log's hashes tell for that size, which in turn must
 * lead to its head.
 *
 * <p>Entries are read, hashed and decoded by several threads; folding happens on the calling thread, in order, so that
 * the views do not depend on the number of threads. Apart from the rows, a replay holds the retractions and corrections
 * and some entries read ahead, however long the log is. Immutable and safe for many threads.
 */
public final class Replay {
  private static final GrowingTree.TileSink NO_TILES = (level, index, hashes) -> {};

  private final EntryLog log;
  private final EventCodec codec;
  private final Terms terms;

  private Replay(EntryLog log, EventCodec codec, Terms terms) {
    this.log = log;
    this.codec = codec;
    this.terms = terms;
  }

  /** A replay of a ledger, on all available processors; it stops at the first event of an unknown type. */
  public static Replay of(LedgerReader ledger) {
    return of(ledger.log(), ledger.codec(), ledger.access());
  }

  /**
   * A replay of a log, on all available processors; it stops at the first event of an unknown type. Of restricted views,
   * callers see what the shipped policy permits them.
   */
  public static Replay of(EntryLog log, EventCodec codec) {
    return of(log, codec, Access.shipped());
  }

  private static Replay of(EntryLog log, EventCodec codec, Access access) {
    return new Replay(log, codec, new Terms(AsOf.now(), Runtime.getRuntime().availableProcessors(), false,
        standing -> {}, System::nanoTime, () -> false, access, Optional.empty()));
  }

  /** The same replay, as of another moment. */
  public Replay asOf(AsOf moment) {
    return with(
        new Terms(moment, terms.threads, terms.carryUnknown, terms.progress, terms.nanos, terms.cancelled, terms.access,
            terms.caller));
  }

  /** The same replay, decoding on so many threads besides the calling one. */
  public Replay onThreads(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("A replay decodes on 1 thread or more, not " + number);
    }
    return with(new Terms(terms.asOf, number, terms.carryUnknown, terms.progress, terms.nanos, terms.cancelled,
        terms.access, terms.caller));
  }

  /**
   * The same replay, carrying events of unknown types as {@link org.communityledger.kernel.OpaqueEvent} instead of
   * stopping at them.
   */
  public Replay carryingUnknown() {
    return with(new Terms(terms.asOf, terms.threads, true, terms.progress, terms.nanos, terms.cancelled, terms.access,
        terms.caller));
  }

  /** The same replay, telling how far it has come. */
  public Replay reportingTo(Progress listener) {
    return reportingTo(listener, System::nanoTime);
  }

  /**
   * The same replay, telling how far it has come.
   *
   * @param nanos what rates are measured with: nanoseconds since any moment
   */
  public Replay reportingTo(Progress listener, LongSupplier nanos) {
    return with(new Terms(terms.asOf, terms.threads, terms.carryUnknown, listener, nanos, terms.cancelled, terms.access,
        terms.caller));
  }

  /**
   * The same replay, ending with {@link ReplayCancelled} soon after the condition holds; soon is within a few hundred
   * entries. Interrupting the thread that runs the replay does the same.
   *
   * @param condition asked often, on the thread that runs the replay: {@code stopped::get}
   */
  public Replay cancelledWhen(BooleanSupplier condition) {
    return with(new Terms(terms.asOf, terms.threads, terms.carryUnknown, terms.progress, terms.nanos, condition,
        terms.access, terms.caller));
  }

  /** The same replay as somebody may see what it makes; needed for views that are restricted. */
  public Replay as(Caller caller) {
    return with(new Terms(terms.asOf, terms.threads, terms.carryUnknown, terms.progress, terms.nanos, terms.cancelled,
        terms.access, Optional.of(caller)));
  }

  private Replay with(Terms other) {
    return new Replay(log, codec, other);
  }

  /**
   * Folds all projections over the whole log, as far as it is known.
   *
   * @throws TreeMismatch if what was read is not what the log's head stands for
   * @throws org.communityledger.codec.CodecException if an entry cannot be read, or is of an unknown type and unknown
   *   types are not carried
   * @throws ReplayCancelled if it was told to stop
   * @throws ReplayException if a projection fails, or the log contradicts itself
   * @throws org.communityledger.log.LogException if the log cannot be read
   * @throws IllegalArgumentException if two projections share a name, or the position as of which is asked is not there
   */
  public Views run(Projection<?, ?>... projections) {
    return run(List.of(projections));
  }

  /** Folds all projections over the whole log, as far as it is known; see {@link #run(Projection...)}. */
  public Views run(Collection<? extends Projection<?, ?>> projections) {
    KnownLog known = known();
    TreeHead head = known.head();
    if (head.size() == 0) {
      return views(head, pass(ZoneId.of("UTC"), new Corrections(List.of()), projections));
    }
    ZoneId zone = known.zone();
    Corrections corrections = known.corrections();
    while (true) {
      Pass pass = pass(zone, corrections, projections);
      fold(known, head, pass);
      if (pass.missed().isEmpty()) {
        return views(head, pass);
      }
      // Not found through the indexes: a correction of something never taken back, or an index with a gap.
      corrections = corrections.and(pass.missed());
    }
  }

  /**
   * Folds one row from the events tagged with its key alone: costs those events, not the whole log. The row is the one
   * {@link #run} gives, if the log's index of tags is sound; nothing is verified.
   *
   * @param key a key that stands in the tags of all events that touch its row
   * @throws org.communityledger.access.AccessDenied if the view is restricted and the caller may not see it
   * @throws IllegalArgumentException if the position as of which is asked is not there
   */
  public <K extends Id, R> Optional<R> row(Projection<K, R> projection, K key) {
    projection.restrictedTo().ifPresent(it -> terms.access.require(terms.caller, it));
    KnownLog known = known();
    if (known.size() == 0) {
      return Optional.empty();
    }
    List<RecordedEvent> events = known.tagged(key.tag());
    Pass pass = pass(known.zone(), new Corrections(events), List.of(projection));
    events.forEach(pass::next);
    return views(new TreeHead(known.size(), new byte[0]), pass).row(projection, key);
  }

  private KnownLog known() {
    return KnownLog.of(log, codec, terms.carryUnknown, terms.asOf.knowledge());
  }

  private Pass pass(ZoneId zone, Corrections corrections, Collection<? extends Projection<?, ?>> projections) {
    Optional<LocalDate> day = terms.asOf.day();
    return new Pass(zone, corrections, List.copyOf(projections), day);
  }

  private Views views(TreeHead head, Pass pass) {
    return new Views(head, terms.asOf, pass.folds(), codec.rows(), terms.access, terms.caller);
  }

  private void fold(KnownLog known, TreeHead head, Pass pass) {
    GrowingTree tree = new GrowingTree();
    long start = terms.nanos.getAsLong();
    try (ReadAhead ahead = new ReadAhead(known, terms.threads, pass::telling)) {
      while (ahead.hasNext()) {
        requireWanted(tree.size());
        Chunk chunk = ahead.next();
        chunk.leafHashes().forEach(it -> tree.add(it, NO_TILES));
        chunk.tellings().forEach(pass::next);
        terms.progress.at(standing(tree.size(), head.size(), terms.nanos.getAsLong() - start));
      }
    }
    if (!tree.head().equals(head)) {
      throw new TreeMismatch(head, tree.head());
    }
  }

  private void requireWanted(long position) {
    if (terms.cancelled.getAsBoolean()) {
      throw new ReplayCancelled(position, "The replay was cancelled at #" + position);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw ReplayCancelled.interrupted(position);
    }
  }

  private static Progress.Standing standing(long done, long size, long nanos) {
    double perNano = (double) done / Math.max(nanos, 1);
    return new Progress.Standing(done, size, perNano * 1e9, Duration.ofNanos(Math.round((size - done) / perNano)));
  }

  /** How a replay is done. */
  private record Terms(AsOf asOf, int threads, boolean carryUnknown, Progress progress, LongSupplier nanos,
      BooleanSupplier cancelled, Access access, Optional<Caller> caller) {}
}
