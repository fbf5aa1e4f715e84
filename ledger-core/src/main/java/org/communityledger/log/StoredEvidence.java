package org.communityledger.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a store holds, row by row and unchecked, for verification. Used by one thread; reads one moment's state. */
public interface StoredEvidence extends AutoCloseable {
  /** The stored head. */
  Head head();

  /** Rows of entries from the position on, in order of position, whatever is there. */
  List<Row> rows(long from, int limit);

  /** Whether the tag row is there. */
  boolean hasTag(TagRow row);

  /** The tag rows of positions from (included) to (not included), whatever is there. */
  List<TagRow> tags(long from, long to);

  /** The decision whose entries cover the position, if there is one. */
  Optional<RecordedDecision> decisionAt(long position);

  /** The number of decisions and of tag rows, to notice rows that belong to nothing. */
  Counts counts();

  /** A full tile, if it is stored. */
  Optional<byte[]> tile(int level, long index);

  /** What the storage itself finds damaged in its files; empty if nothing. */
  List<String> damage();

  @Override
  void close();

  /**
   * The stored head.
   *
   * @param size the number of entries
   * @param frontier the roots of the complete subtrees, the largest first, 32 bytes each
   * @param time the time of the last entry
   */
  record Head(long size, byte[] frontier, String time) {}

  /** An entry's row with what is derived from its leaf. */
  record Row(long position, String type, byte[] leafHash, byte[] leaf) {}

  /** One tag of one entry. */
  record TagRow(long position, String tag, String type) {
    /** The tag rows an entry should have. */
    static Set<TagRow> of(long position, String type, Set<String> tags) {
      return tags.stream().map(it -> new TagRow(position, it, type)).collect(java.util.stream.Collectors.toSet());
    }
  }

  /** How many rows there are. */
  record Counts(long entries, long decisions, long tags, long tiles) {}
}
