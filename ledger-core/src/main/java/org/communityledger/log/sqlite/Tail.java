package org.communityledger.log.sqlite;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.log.Append;
import org.communityledger.log.AppendConflict;
import org.communityledger.log.CommandRecorded;
import org.communityledger.log.Draft;
import org.communityledger.log.Entry;
import org.communityledger.log.LogException;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Query;
import org.communityledger.log.RecentEntries;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.Unsettled;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log in memory. Gives appends their places one after the other: judges the condition, takes the
 * position, stamps the time and hashes; shows decisions what has its place; hands what waits to whoever commits. Where a
 * commit fails, all that has its place and is not durable is lost, and a new era of places begins. Safe for many threads.
 */
final class Tail {
  /** For reads of what is durable, which no lost commit takes back. */
  static final int ANY_ERA = -1;

  private static final int MOST_ENTRIES = 16_384;
  private static final long MOST_BYTES = 16L << 20;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
      .withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final RecentEntries recent;
  private final Deque<StagedAppend> waiting = new ArrayDeque<>();
  private final Map<String, StagedAppend> underWay = new HashMap<>();
  private @Nullable StagedAppend last;
  private String time;
  private String durableTime;
  private int era;
  private boolean closed;
  private volatile long durable;
  private volatile long start;

  Tail(InstantSource clock, long size, String time) {
    this.clock = clock;
    this.recent = new RecentEntries(MOST_ENTRIES, MOST_BYTES, size);
    this.durable = size;
    this.start = size;
    this.time = time;
    this.durableTime = time;
  }

  /** How far a decision sees: so many entries, in this era, the last of them staged by that append if not durable. */
  record Sight(long size, int era, @Nullable StagedAppend last) {}

  /**
   * What came of asking for a place.
   *
   * @param append the append that has it
   * @param isTwin whether that is an earlier one under the same command id
   */
  record Placing(StagedAppend append, boolean isTwin) {}

  synchronized Sight sight() {
    return new Sight(recent.end(), era, last);
  }

  /** The number of durable entries; all of them can be read from the file. */
  long durable() {
    return durable;
  }

  /** The first position found here, or one before it; what is older is durable. */
  long start() {
    return start;
  }

  /**
   * Gives an append its place.
   *
   * @param held before this position the condition holds, as far as the caller found in the file
   * @return the append with its place, or the one under way under the same command id; empty if what the caller looked
   *   through for the condition is not all that is no longer found here
   * @throws AppendConflict if the condition does not hold
   * @throws CommandRecorded if the command is among the latest recorded; an older one is found by whoever commits
   * @throws Unsettled if the sight is of an earlier era
   */
  synchronized Optional<Placing> place(Append append, Sight sight, long held) {
    requireOpen(append.commandId());
    if (sight.era != era) {
      throw new Unsettled();
    }
    StagedAppend twin = underWay.get(append.commandId());
    if (twin != null) {
      return Optional.of(new Placing(twin, true));
    }
    if (recent.holds(append.commandId())) {
      throw new CommandRecorded(append.commandId());
    }
    recent.matching(append.condition().query(), append.condition().from()).ifPresent(between -> {
      throw new AppendConflict(append.commandId(), between.position(), between.type(), append.condition());
    });
    if (recent.start() > held) {
      return Optional.empty();
    }
    return Optional.of(new Placing(placed(append), false));
  }

  /** Throws once it is closed. */
  synchronized void requireOpen(String commandId) {
    if (closed) {
      throw new LogException("The ledger is closed; command " + commandId + " is not recorded");
    }
  }

  private StagedAppend placed(Append append) {
    String now = TIME.format(clock.instant().truncatedTo(ChronoUnit.MICROS));
    time = now.compareTo(time) > 0 ? now : time;
    byte[] stamp = time.getBytes(StandardCharsets.US_ASCII);
    long first = recent.end();
    List<byte[]> hashes = new ArrayList<>(append.entries().size());
    for (Draft draft : append.entries()) {
      System.arraycopy(stamp, 0, draft.line(), draft.timeSlot(), Draft.TIME_LENGTH);
      hashes.add(MerkleHash.leaf(draft.line()));
    }
    for (Draft draft : append.entries()) {
      recent.add(append.commandId(), new Entry(recent.end(), draft.type(), draft.line()), draft.tags());
    }
    StagedAppend staged = new StagedAppend(first, append, hashes, time);
    waiting.addLast(staged);
    underWay.put(append.commandId(), staged);
    last = staged;
    return staged;
  }

  /**
   * Matching entries between two positions.
   *
   * @return empty if the first position is no longer found here
   * @param eraOfSight the era of the sight that is read, or {@link #ANY_ERA}
   * @throws Unsettled if the sight is of an earlier era
   */
  synchronized Optional<List<Entry>> read(Query query, long from, long to, int limit, int eraOfSight) {
    if (eraOfSight != ANY_ERA && eraOfSight != era) {
      throw new Unsettled();
    }
    return from < recent.start() ? Optional.empty() : Optional.of(recent.read(query, from, to, limit));
  }

  /**
   * The last matching entry before the position that is found here.
   *
   * @throws Unsettled if the sight is of an earlier era
   */
  synchronized Optional<Entry> last(Query query, long before, int eraOfSight) {
    if (eraOfSight != era) {
      throw new Unsettled();
    }
    return recent.last(query, before);
  }

  /**
   * The decision under way with the id, if all of it stands before the position.
   *
   * @throws Unsettled if the sight is of an earlier era
   */
  synchronized Optional<RecordedDecision> decision(String commandId, long before, int eraOfSight) {
    if (eraOfSight != era) {
      throw new Unsettled();
    }
    StagedAppend staged = underWay.get(commandId);
    if (staged == null || staged.end() > before) {
      return Optional.empty();
    }
    Append append = staged.append();
    return Optional.of(new RecordedDecision(commandId, staged.first(), append.entries().size(), append.decision(),
        append.digest()));
  }

  synchronized boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  /** Takes what waits, in order, up to so many entries, but one append at least if there is one. */
  synchronized List<StagedAppend> take(int mostEntries) {
    List<StagedAppend> batch = new ArrayList<>();
    int entries = 0;
    while (!waiting.isEmpty()) {
      int more = waiting.getFirst().append().entries().size();
      if (!batch.isEmpty() && entries + more > mostEntries) {
        break;
      }
      batch.add(waiting.removeFirst());
      entries += more;
    }
    return batch;
  }

  /** These are durable. */
  synchronized void settle(List<StagedAppend> batch) {
    StagedAppend newest = batch.getLast();
    durable = newest.end();
    durableTime = newest.time();
    batch.forEach(it -> underWay.remove(it.append().commandId()));
    if (last == newest) {
      last = null;
    }
    recent.durableTo(durable);
    start = recent.start();
  }

  /** What was taken is not stored: everything that is not durable is lost, and the next place is behind what is. */
  synchronized List<StagedAppend> loseAllNotDurable() {
    List<StagedAppend> lost = new ArrayList<>(waiting);
    waiting.clear();
    underWay.clear();
    last = null;
    time = durableTime;
    recent.dropFrom(durable);
    era++;
    return lost;
  }

  /** Refuses what comes later. */
  synchronized void close() {
    closed = true;
  }
}
