package org.communityledger.projection.live;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.Tag;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Proofs;
import org.communityledger.log.Query;
import org.communityledger.log.TreeHashes;
import org.communityledger.log.TreeHead;
import org.communityledger.projection.Happening;

/**
 * What stands in the ledger, decoded. Safe for many threads.
 *
 * @param log the ledger's log
 * @param codec how its entries are read
 * @param zone the time zone whose days it counts
 * @param carryUnknown whether events of unknown types are carried as opaque ones
 */
record LedgerEntries(EntryLog log, EventCodec codec, ZoneId zone, boolean carryUnknown) {
  /** SQLite, and perhaps other stores, take a few hundred alternatives in one query. */
  private static final int MOST_CRITERIA = 200;
  /** How many entries are read at once: a page of the largest has some megabytes. */
  private static final int PAGE = 128;
  private static final long MOST_BYTES = 8L << 20;

  long size() {
    return log.size();
  }

  /**
   * The entries between two positions; if they are large, only the first ones, with some megabytes of leaves.
   *
   * @throws LogException if one is missing
   */
  List<Entry> some(long from, long to) {
    List<Entry> entries = new ArrayList<>();
    long bytes = 0;
    for (long next = from; next < to && bytes < MOST_BYTES; next += PAGE) {
      List<Entry> page = between(next, Math.min(next + PAGE, to));
      entries.addAll(page);
      bytes += page.stream().mapToLong(it -> it.leaf().length).sum();
    }
    return entries;
  }

  private List<Entry> between(long from, long to) {
    List<Entry> entries = log.read(Query.all(), from, to, Math.toIntExact(to - from));
    for (int i = 0; i < to - from; i++) {
      if (i == entries.size() || entries.get(i).position() != from + i) {
        throw new LogException(
            "The log has no entry at #" + (from + i) + " although it is larger; run verify on this log");
      }
    }
    return entries;
  }

  RecordedEvent decode(Entry entry) {
    return carryUnknown ? codec.decodeCarryingUnknown(entry) : codec.decode(entry);
  }

  RecordedEvent at(long position) {
    return decode(between(position, position + 1).getFirst());
  }

  /** The event with the id, if it stands before the position. */
  Optional<RecordedEvent> find(EventId id, long before) {
    return log.decision(id.command().value())
        .filter(it -> id.number() < it.count() && it.first() + id.number() < before)
        .map(it -> at(it.first() + id.number()));
  }

  /** The events with the tag between two positions, not more than so many. */
  List<RecordedEvent> tagged(Tag tag, long from, long to, int most) {
    return log.read(Query.tagged(tag.toString()), from, to, most).stream().map(this::decode).toList();
  }

  /** All retractions between two positions. */
  List<RecordedEvent> retractions(long from, long to) {
    List<String> types = retractionTypes();
    return types.isEmpty() ? List.of() : read(Query.ofTypes(types.toArray(String[]::new)), from, to);
  }

  /** All retractions of the events before the position. */
  List<RecordedEvent> retractionsOf(List<RecordedEvent> events, long before) {
    Set<String> types = Set.copyOf(retractionTypes());
    List<RecordedEvent> found = new ArrayList<>();
    for (int from = 0; from < events.size() && !types.isEmpty(); from += MOST_CRITERIA) {
      List<Query.Criterion> criteria = events.subList(from, Math.min(from + MOST_CRITERIA, events.size())).stream()
          .map(it -> new Query.Criterion(Set.of(it.id().tag().toString()), types)).toList();
      found.addAll(read(new Query(criteria), 0, before));
    }
    return found;
  }

  private List<String> retractionTypes() {
    return codec.types().namesOf(Retraction.class);
  }

  private List<RecordedEvent> read(Query query, long from, long to) {
    return log.read(query, from, to, Integer.MAX_VALUE).stream().map(this::decode).toList();
  }

  /** The stored name of the event's type. */
  String typeOf(RecordedEvent recorded) {
    return recorded.event() instanceof OpaqueEvent opaque
        ? opaque.name()
        : codec.types().of(recorded.event()).name();
  }

  /** How a projection is told of an event that nothing took back. */
  Happening happening(RecordedEvent recorded) {
    return new Happening(recorded, LocalDate.ofInstant(recorded.recordedAt(), zone), Optional.empty());
  }

  /** The root the log tells for its first entries. */
  TreeHead head(long size) {
    TreeHead newest = log.head();
    return newest.size() == size ? newest : new TreeHead(size, Proofs.root(size, log.hashes()));
  }

  /** The tree of the first entries, to be grown, if its root is the one expected. */
  Optional<GrowingTree> tree(TreeHead expected) {
    if (expected.size() > size()) {
      return Optional.empty();
    }
    TreeHashes hashes = log.hashes();
    List<byte[]> partials = new ArrayList<>();
    for (int level = 0; level < GrowingTree.levels(expected.size()); level++) {
      partials.add(partial(hashes, expected.size(), level));
    }
    return Optional.of(GrowingTree.of(expected.size(), partials))
        .filter(it -> Arrays.equals(it.head().root(), expected.root()));
  }

  private static byte[] partial(TreeHashes hashes, long size, int level) {
    int width = GrowingTree.partialWidth(size, level);
    long first = (size >>> (8 * level)) - width;
    ByteArrayOutputStream all = new ByteArrayOutputStream(width * MerkleHash.LENGTH);
    for (int i = 0; i < width; i++) {
      all.writeBytes(hashes.hash(8 * level, first + i));
    }
    return all.toByteArray();
  }
}
