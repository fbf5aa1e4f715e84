package org.communityledger.projection;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.communityledger.LedgerReader;
import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LedgerFounded;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Query;
import org.communityledger.log.TreeHead;

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
 * <p>Entries are read, hashed and decoded by several threads; folding happens on the calling thread, in order, so that
 * the views do not depend on the number of threads. Immutable and safe for many threads.
 */
public final class Replay {
  private static final int CHUNK = 512;
  private static final GrowingTree.TileSink NO_TILES = (level, index, hashes) -> {};

  private final EntryLog log;
  private final EventCodec codec;
  private final int threads;
  private final boolean carryUnknown;
  private final Progress progress;

  private Replay(EntryLog log, EventCodec codec, int threads, boolean carryUnknown, Progress progress) {
    this.log = log;
    this.codec = codec;
    this.threads = threads;
    this.carryUnknown = carryUnknown;
    this.progress = progress;
  }

  /** A replay of a ledger, on all available processors; it stops at the first event of an unknown type. */
  public static Replay of(LedgerReader ledger) {
    return of(ledger.log(), ledger.codec());
  }

  /** A replay of a log, on all available processors; it stops at the first event of an unknown type. */
  public static Replay of(EntryLog log, EventCodec codec) {
    return new Replay(log, codec, Runtime.getRuntime().availableProcessors(), false, (done, size) -> {});
  }

  /** The same replay, decoding on so many threads besides the calling one. */
  public Replay onThreads(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("A replay decodes on 1 thread or more, not " + number);
    }
    return new Replay(log, codec, number, carryUnknown, progress);
  }

  /**
   * The same replay, carrying events of unknown types as {@link org.communityledger.kernel.OpaqueEvent} instead of
   * stopping at them.
   */
  public Replay carryingUnknown() {
    return new Replay(log, codec, threads, true, progress);
  }

  /** The same replay, telling how far it has come. */
  public Replay reportingTo(Progress listener) {
    return new Replay(log, codec, threads, carryUnknown, listener);
  }

  /**
   * Folds all projections over the whole log.
   *
   * @throws TreeMismatch if what was read is not what the log's head stands for
   * @throws org.communityledger.codec.CodecException if an entry cannot be read, or is of an unknown type and unknown
   *   types are not carried
   * @throws ReplayException if a projection fails, or the log contradicts itself
   * @throws org.communityledger.log.LogException if the log cannot be read
   * @throws IllegalArgumentException if two projections share a name
   */
  public Views run(Projection<?, ?>... projections) {
    return run(List.of(projections));
  }

  /** Folds all projections over the whole log; see {@link #run(Projection...)}. */
  public Views run(Collection<? extends Projection<?, ?>> projections) {
    TreeHead head = log.head();
    if (head.size() == 0) {
      return new Views(head, new Pass(ZoneId.of("UTC"), new Corrections(List.of()), List.copyOf(projections)).folds());
    }
    ZoneId zone = zone();
    Corrections corrections = corrections(head.size());
    while (true) {
      Pass pass = new Pass(zone, corrections, List.copyOf(projections));
      fold(head, pass);
      if (pass.missed().isEmpty()) {
        return new Views(head, pass.folds());
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
   */
  public <K extends Id, R> Optional<R> row(Projection<K, R> projection, K key) {
    long size = log.size();
    if (size == 0) {
      return Optional.empty();
    }
    List<RecordedEvent> events = readAll(Query.tagged(key.tag().toString()), size);
    Pass pass = new Pass(zone(), new Corrections(events), List.of(projection));
    events.forEach(pass::next);
    return new Views(new TreeHead(size, new byte[0]), pass.folds()).row(projection, key);
  }

  private void fold(TreeHead head, Pass pass) {
    GrowingTree tree = new GrowingTree();
    ExecutorService readers = Executors.newFixedThreadPool(threads,
        Thread.ofPlatform().daemon().name("replay-", 0).factory());
    try {
      Deque<Future<Chunk>> ahead = new ArrayDeque<>();
      long asked = 0;
      for (long done = 0; done < head.size();) {
        for (; asked < head.size() && ahead.size() < 2 * threads; asked += CHUNK) {
          long from = asked;
          ahead.add(readers.submit(() -> read(from, Math.min(from + CHUNK, head.size()))));
        }
        Chunk chunk = await(ahead.remove(), done);
        chunk.leafHashes().forEach(it -> tree.add(it, NO_TILES));
        chunk.events().forEach(pass::next);
        done += chunk.events().size();
        progress.at(done, head.size());
      }
    } finally {
      readers.shutdownNow();
    }
    if (!tree.head().equals(head)) {
      throw new TreeMismatch(head, tree.head());
    }
  }

  private Chunk read(long from, long to) {
    List<Entry> entries = log.read(Query.all(), from, to, CHUNK);
    List<byte[]> leafHashes = new ArrayList<>(entries.size());
    List<RecordedEvent> events = new ArrayList<>(entries.size());
    for (Entry each : entries) {
      long expected = from + events.size();
      if (each.position() != expected) {
        throw missing(expected);
      }
      leafHashes.add(MerkleHash.leaf(each.leaf()));
      events.add(decode(each));
    }
    if (from + events.size() != to) {
      throw missing(from + events.size());
    }
    return new Chunk(leafHashes, events);
  }

  private static ReplayException missing(long position) {
    return new ReplayException(position,
        "The log has no entry at #" + position + " although it is larger; run verify on this log");
  }

  private static Chunk await(Future<Chunk> chunk, long position) {
    try {
      return chunk.get();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new ReplayException(position, "The replay was interrupted at #" + position, interruption);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new ReplayException(position, "The replay stopped after #" + position + ": " + failure.getCause(),
          failure);
    }
  }

  private Corrections corrections(long size) {
    List<String> types = codec.types().namesOf(Retraction.class);
    if (types.isEmpty()) {
      return new Corrections(List.of());
    }
    List<RecordedEvent> found = new ArrayList<>();
    for (RecordedEvent each : readAll(Query.ofTypes(types.toArray(String[]::new)), size)) {
      found.add(each);
      if (each.event() instanceof Retraction retraction) {
        found.addAll(readAll(Query.tagged(retraction.retracted().tag().toString()), size));
      }
    }
    return new Corrections(found);
  }

  private ZoneId zone() {
    RecordedEvent first = at(0);
    if (first.event() instanceof LedgerFounded founded) {
      return founded.zone();
    }
    throw new ReplayException(0, "The log begins with a " + first.event().getClass().getSimpleName()
        + " instead of kernel.LedgerFounded, so the time zone of its days is not known; write it first");
  }

  private RecordedEvent at(long position) {
    return log.read(Query.all(), position, position + 1, 1).stream().findFirst().map(this::decode)
        .orElseThrow(() -> missing(position));
  }

  private List<RecordedEvent> readAll(Query query, long size) {
    List<RecordedEvent> events = new ArrayList<>();
    List<Entry> page;
    long from = 0;
    do {
      page = log.read(query, from, size, CHUNK);
      for (Entry each : page) {
        events.add(decode(each));
        from = each.position() + 1;
      }
    } while (page.size() == CHUNK);
    return events;
  }

  private RecordedEvent decode(Entry entry) {
    return carryUnknown ? codec.decodeCarryingUnknown(entry) : codec.decode(entry);
  }

  private record Chunk(List<byte[]> leafHashes, List<RecordedEvent> events) {}
}
