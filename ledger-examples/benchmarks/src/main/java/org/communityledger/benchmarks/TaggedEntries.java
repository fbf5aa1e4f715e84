package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.communityledger.benchmarks.RecordedRows.Recorded;

/**
 * Any number of entries with four tags each, made from a few recorded ones. Their bytes stay as they are; command, case
 * and cause get ids of their own, which follow from seed and position. A case has four entries, and 300 cases are under
 * way at a time. So of four tags one occurs four times, one once or twice, and two are places and persons, of which
 * there are few.
 *
 * @param templates the recorded entries
 * @param ids what ids are like
 * @param seed what they follow from
 */
record TaggedEntries(List<Recorded> templates, Ids ids, long seed) {
  private static final int UNDER_WAY = 300;
  private static final int BLOCK = 4 * UNDER_WAY;
  private static final long START = 1_704_067_200_000L;

  /** What ids are like. */
  enum Ids {
    /** Like a UUID of version 7: the next one sorts after the last. */
    TIME_ORDERED("time-ordered"),
    /** Like a UUID of version 4. */
    RANDOM("random");

    private final String words;

    Ids(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** The entries from a position on. */
  List<Recorded> from(long first, int count) {
    List<Recorded> entries = new ArrayList<>(count);
    for (long position = first; position < first + count; position++) {
      Recorded template = templates.get((int) (position % templates.size()));
      List<String> tags = new ArrayList<>();
      for (String tag : template.tags()) {
        tags.add(tag.startsWith("case:") ? caseTag(position) : tag.startsWith("event:") ? causeTag(position) : tag);
      }
      entries.add(new Recorded(position, template.type(), template.leaf(), tags, commandId(position),
          template.decision(), template.digest()));
    }
    return entries;
  }

  /** The tag of the case to which the entry at a position belongs. */
  String caseTag(long position) {
    return "case:" + id(2 * (position / BLOCK * UNDER_WAY + position % UNDER_WAY) + 1);
  }

  /** The entry of the same case before this one; of the first one, another that came shortly before. */
  private String causeTag(long position) {
    return "event:" + commandId(Math.max(0, position - UNDER_WAY)) + ".0";
  }

  private String commandId(long position) {
    return id(2 * position);
  }

  private String id(long number) {
    SplittableRandom random = new SplittableRandom(seed + number);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    long high = switch (ids) {
      case TIME_ORDERED -> ((START + number) << 16) | 0x7000 | random.nextInt(0x1000);
      case RANDOM -> (random.nextLong() & ~0xf000L) | 0x4000L;
    };
    return new UUID(high, low).toString();
  }
}
