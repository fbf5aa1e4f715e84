package org.communityledger.projection;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.LedgerFounded;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.Tag;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Proofs;
import org.communityledger.log.Query;
import org.communityledger.log.TreeHashes;
import org.communityledger.log.TreeHead;

/** The first entries of a log, decoded; what came later does not show. Safe for many threads. */
final class KnownLog {
  /** How many entries are read at once. */
  static final int CHUNK = 512;

  private final EntryLog log;
  private final EventCodec codec;
  private final Function<Entry, RecordedEvent> decoder;
  private final long size;

  private KnownLog(EntryLog log, EventCodec codec, Function<Entry, RecordedEvent> decoder, long size) {
    this.log = log;
    this.codec = codec;
    this.decoder = decoder;
    this.size = size;
  }

  /**
   * What of a log is known.
   *
   * @param carryUnknown whether events of unknown types are carried as opaque ones
   * @throws IllegalArgumentException if a position is asked for that is not there yet
   */
  static KnownLog of(EntryLog log, EventCodec codec, boolean carryUnknown, AsOf.Knowledge knowledge) {
    KnownLog all = new KnownLog(log, codec, carryUnknown ? codec::decodeCarryingUnknown : codec::decode, log.size());
    return switch (knowledge) {
      case AsOf.Knowledge.Head() -> all;
      case AsOf.Knowledge.UpTo(long position) -> all.first(all.sizeUpTo(position));
      case AsOf.Knowledge.RecordedBy(Instant instant) -> all.first(all.sizeBy(instant));
    };
  }

  private KnownLog first(long number) {
    return new KnownLog(log, codec, decoder, number);
  }

  private long sizeUpTo(long position) {
    if (position >= size) {
      throw new IllegalArgumentException("Nothing can be known as of #" + position + ": "
          + (size == 0 ? "the log is empty" : "the last entry is #" + (size - 1)));
    }
    return position + 1;
  }

  /** Times of recording never go back, so that halving finds the last one. */
  private long sizeBy(Instant instant) {
    long known = 0;
    long unknown = size + 1;
    while (unknown - known > 1) {
      long middle = (known + unknown) >>> 1;
      if (codec.decodeCarryingUnknown(entry(middle - 1)).recordedAt().isAfter(instant)) {
        unknown = middle;
      } else {
        known = middle;
      }
    }
    return known;
  }

  /** The number of entries. */
  long size() {
    return size;
  }

  /**
   * Size and root of the tree, as the log's hashes tell.
   *
   * @throws ReplayException if these hashes do not lead to the log's head
   */
  TreeHead head() {
    TreeHead newest = log.head();
    if (newest.size() == size) {
      return newest;
    }
    TreeHashes hashes = log.hashes();
    TreeHead head = new TreeHead(size, Proofs.root(size, hashes));
    if (size > 0 && !Proofs.isConsistent(head, newest, Proofs.consistency(size, newest.size(), hashes))) {
      throw new ReplayException(size, "The hashes stored for the first " + size
          + " entries do not lead to the root of the log's head, " + newest.rootHex() + "; run verify on this log");
    }
    return head;
  }

  /** The time zone in which the ledger's days begin and end. */
  ZoneId zone() {
    RecordedEvent first = decode(entry(0));
    if (first.event() instanceof LedgerFounded founded) {
      return founded.zone();
    }
    throw new ReplayException(0, "The log begins with a " + first.event().getClass().getSimpleName()
        + " instead of kernel.LedgerFounded, so the time zone of its days is not known; write it first");
  }

  private Entry entry(long position) {
    return log.read(Query.all(), position, position + 1, 1).stream().findFirst().orElseThrow(() -> missing(position));
  }

  /** All retractions and corrections, as far as the log's indexes show them. */
  Corrections corrections() {
    List<String> types = codec.types().namesOf(Retraction.class);
    if (types.isEmpty()) {
      return new Corrections(List.of());
    }
    List<RecordedEvent> found = new ArrayList<>();
    for (RecordedEvent each : readAll(Query.ofTypes(types.toArray(String[]::new)))) {
      found.add(each);
      if (each.event() instanceof Retraction retraction) {
        found.addAll(tagged(retraction.retracted().tag()));
      }
    }
    return new Corrections(found);
  }

  /** All events with the tag, in order of position. */
  List<RecordedEvent> tagged(Tag tag) {
    return readAll(Query.tagged(tag.toString()));
  }

  private List<RecordedEvent> readAll(Query query) {
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

  /**
   * The entries from a position on, with the hashes of their leaves.
   *
   * @param teller makes of an event, and the same for rows that keep it, what folds are told
   */
  Chunk chunk(long from, BiFunction<RecordedEvent, KeptEvent, Telling> teller) {
    long to = Math.min(from + CHUNK, size);
    List<Entry> entries = log.read(Query.all(), from, to, CHUNK);
    List<byte[]> leafHashes = new ArrayList<>(entries.size());
    List<Telling> tellings = new ArrayList<>(entries.size());
    for (Entry each : entries) {
      long expected = from + tellings.size();
      if (each.position() != expected) {
        throw missing(expected);
      }
      leafHashes.add(MerkleHash.leaf(each.leaf()));
      tellings.add(teller.apply(decode(each), new KeptEvent.Leaf(each, decoder)));
    }
    if (from + tellings.size() != to) {
      throw missing(from + tellings.size());
    }
    return new Chunk(leafHashes, tellings);
  }

  private static ReplayException missing(long position) {
    return new ReplayException(position,
        "The log has no entry at #" + position + " although it is larger; run verify on this log");
  }

  private RecordedEvent decode(Entry entry) {
    return decoder.apply(entry);
  }

  /** Some entries in a row. */
  record Chunk(List<byte[]> leafHashes, List<Telling> tellings) {}
}
