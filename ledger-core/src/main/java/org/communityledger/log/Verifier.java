package org.communityledger.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.log.StoredEvidence.Row;
import org.communityledger.log.StoredEvidence.TagRow;
import org.communityledger.log.Verification.Check;
import org.communityledger.log.Verification.Finding;
import org.communityledger.log.Verification.Note;
import org.jspecify.annotations.Nullable;

/**
 * Checks everything a store holds against its leaves: recomputes the whole tree, and compares what is derived. Trusts
 * nothing but the leaves' bytes, and those only as far as the root says. Finds damage, not a history recomputed as a
 * whole. For one thread.
 */
public final class Verifier {
  private static final int CHUNK = 1_024;
  private static final int MOST_FINDINGS = 100;
  private static final int TAG_RANGE = 65_536;

  private final StoredEvidence evidence;
  private final LeafReader leaves;
  private final Progress progress;
  private final EntryCheck further;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final GrowingTree tree = new GrowingTree();
  private String lastTime = "";
  private long tagRows;
  private long tiles;
  private long decisions;
  private @Nullable RecordedDecision decision;

  private Verifier(StoredEvidence evidence, LeafReader leaves, Progress progress, EntryCheck further) {
    this.evidence = evidence;
    this.leaves = leaves;
    this.progress = progress;
    this.further = further;
  }

  /** Told how far verification is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Some more entries are checked.
     *
     * @param position the number of entries checked
     * @param size the number of entries there are
     */
    void checked(long position, long size);
  }

  /**
   * Compares the stored head with the last leaves and tiles only: at most 255 leaves and 255 tiles a level, whatever the
   * size of the log.
   */
  public static Verification shallow(StoredEvidence evidence) {
    Verifier verifier = new Verifier(evidence, leaf -> {
      throw new IllegalStateException("a shallow check reads no leaf");
    }, (position, size) -> {}, EntryCheck.none());
    return verifier.guarded(verifier::edge);
  }

  /** Checks every entry and everything derived from it. */
  public static Verification deep(StoredEvidence evidence, LeafReader leaves, Progress progress) {
    return deep(evidence, leaves, progress, EntryCheck.none());
  }

  /** Checks every entry, everything derived from it, and what it refers to elsewhere. */
  public static Verification deep(
      StoredEvidence evidence,
      LeafReader leaves,
      Progress progress,
      EntryCheck further) {
    Verifier verifier = new Verifier(evidence, leaves, progress, further);
    return verifier.guarded(verifier::everything);
  }

  private Verification guarded(java.util.function.Supplier<TreeHead> check) {
    try {
      return new Verification(check.get(), findings, notes);
    } catch (LogException e) {
      find(Check.STORAGE, tree.size(), "reading stopped: " + e.getMessage());
      return new Verification(tree.head(), findings, notes);
    }
  }

  private TreeHead edge() {
    StoredEvidence.Head head = evidence.head();
    List<byte[]> partials = new ArrayList<>();
    for (int level = 0; level < GrowingTree.levels(head.size()); level++) {
      long first = head.size() >>> (8 * level) & -GrowingTree.TILE;
      int width = GrowingTree.partialWidth(head.size(), level);
      List<byte[]> hashes = level == 0 ? leafHashes(first, width) : tileRoots(level - 1, first, width);
      if (hashes.size() < width) {
        find(level == 0 ? Check.POSITION : Check.TILE, (first + hashes.size()) << (8 * level),
            "missing, although the head counts " + head.size() + " entries");
        return new TreeHead(head.size(), GrowingTree.root(head.frontier()));
      }
      partials.add(joined(hashes));
    }
    if (!evidence.rows(Math.max(head.size(), 0), 1).isEmpty()) {
      find(Check.HEAD, head.size(), "the head counts " + head.size() + " entries, but more are stored");
    }
    GrowingTree edge = GrowingTree.of(head.size(), partials);
    if (!Arrays.equals(edge.frontier(), head.frontier())) {
      findNowhere(Check.HEAD, "the last entries and tiles do not give the stored frontier; verify deeply");
    }
    return edge.head();
  }

  /** Up to the first gap. */
  private List<byte[]> leafHashes(long first, int width) {
    List<byte[]> hashes = new ArrayList<>();
    for (Row row : width == 0 ? List.<Row>of() : evidence.rows(first, width)) {
      if (row.position() != first + hashes.size()) {
        break;
      }
      hashes.add(MerkleHash.leaf(row.leaf()));
    }
    return hashes;
  }

  private List<byte[]> tileRoots(int level, long first, int width) {
    List<byte[]> roots = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      Optional<byte[]> tile = evidence.tile(level, first + i);
      if (tile.filter(it -> it.length == GrowingTree.TILE * MerkleHash.LENGTH).isEmpty()) {
        break;
      }
      roots.add(GrowingTree.tileRoot(tile.get()));
    }
    return roots;
  }

  private static byte[] joined(List<byte[]> hashes) {
    byte[] all = new byte[hashes.size() * MerkleHash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, all, i * MerkleHash.LENGTH, MerkleHash.LENGTH);
    }
    return all;
  }

  private TreeHead everything() {
    StoredEvidence.Head head = evidence.head();
    evidence.damage().forEach(it -> findNowhere(Check.STORAGE, it));
    List<Row> rows = nextRows();
    while (!rows.isEmpty()) {
      for (Row row : rows) {
        if (row.position() != tree.size()) {
          find(Check.POSITION, tree.size(), "missing; the next stored entry is #" + row.position());
          return tree.head(); // the order is broken here: nothing after it can be placed in the tree
        }
        check(row);
      }
      progress.checked(tree.size(), head.size());
      rows = nextRows();
    }
    checkHead(head);
    checkCounts();
    further.end(new Ending());
    return tree.head();
  }

  /** Fewer rows where many cannot be read, so that all before the first unreadable one are checked. */
  private List<Row> nextRows() {
    for (int limit = CHUNK; limit > 1; limit /= 4) {
      try {
        return evidence.rows(tree.size(), limit);
      } catch (LogException e) {
        // Named as a finding once a single row cannot be read.
      }
    }
    return evidence.rows(tree.size(), 1);
  }

  private void check(Row row) {
    byte[] hash = MerkleHash.leaf(row.leaf());
    if (!Arrays.equals(hash, row.leafHash())) {
      find(Check.LEAF, row.position(), "the stored bytes do not have the stored hash");
    }
    RecordedDecision decisionHere = decisionAt(row.position());
    factsOf(row).ifPresent(facts -> {
      checkDerived(row, facts, decisionHere);
      further.check(row, facts, this::findReferred);
    });
    tree.add(hash, this::checkTile);
  }

  private Optional<LeafReader.Facts> factsOf(Row row) {
    try {
      return Optional.of(leaves.read(row.leaf()));
    } catch (RuntimeException e) {
      find(Check.FORMAT, row.position(), "the leaf cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void checkTile(int level, long index, byte[] expected) {
    tiles++;
    byte[] stored = evidence.tile(level, index).orElse(null);
    long firstLeaf = index << (8 * (level + 1));
    if (stored == null) {
      find(Check.TILE, firstLeaf, "tile " + index + " of level " + level + " is missing");
      return;
    }
    int differs = Arrays.mismatch(stored, expected);
    if (differs >= 0) {
      long slot = differs / MerkleHash.LENGTH;
      find(Check.TILE, firstLeaf + (slot << (8 * level)),
          "tile " + index + " of level " + level + " holds another hash than the entries give");
    }
  }

  private void checkDerived(Row row, LeafReader.Facts facts, @Nullable RecordedDecision decisionHere) {
    if (!facts.type().equals(row.type())) {
      find(Check.TYPE, row.position(), "stored as " + row.type() + ", but the leaf says " + facts.type());
    }
    if (facts.time().compareTo(lastTime) < 0) {
      find(Check.TIME, row.position(), facts.time() + " is before " + lastTime + " of the entry before it");
    }
    lastTime = facts.time();
    for (TagRow tag : TagRow.of(row.position(), row.type(), facts.tags())) {
      tagRows++;
      if (!evidence.hasTag(tag)) {
        find(Check.TAGS, row.position(), "the tag row " + tag.tag() + " is missing");
      }
    }
    if (decisionHere != null) {
      checkDecision(row.position(), facts, decisionHere);
    }
  }

  private @Nullable RecordedDecision decisionAt(long position) {
    RecordedDecision current = decision;
    if (current == null || position >= current.first() + current.count()) {
      current = evidence.decisionAt(position).orElse(null);
      decision = current;
      if (current == null) {
        find(Check.DECISION, position, "there is no decision for it");
        return null;
      }
      decisions++;
      if (current.first() != position) {
        find(Check.DECISION, position, "its decision says it begins at #" + current.first());
      }
    }
    return current;
  }

  private void checkDecision(long position, LeafReader.Facts facts, RecordedDecision current) {
    String id = current.commandId() + "." + (position - current.first());
    if (!facts.id().equals(id)) {
      find(Check.DECISION, position, "its id is " + facts.id() + ", but its decision makes it " + id);
    }
    if (!Arrays.equals(MerkleHash.plain(current.line()), facts.decisionHash())) {
      find(Check.DECISION, position, "the stored decision record does not have the hash that stands in the leaf");
    }
  }

  private void checkHead(StoredEvidence.Head head) {
    if (head.size() != tree.size()) {
      find(Check.HEAD, Math.min(head.size(), tree.size()),
          "the head counts " + head.size() + " entries, stored are " + tree.size());
    } else if (!Arrays.equals(head.frontier(), tree.frontier())) {
      findNowhere(Check.HEAD, "the stored frontier is not that of the entries; their root is " + tree.head().rootHex());
    } else if (tree.size() > 0 && !head.time().equals(lastTime)) {
      find(Check.HEAD, tree.size() - 1, "the head says " + head.time() + ", the last entry " + lastTime);
    }
  }

  private void checkCounts() {
    RecordedDecision last = decision;
    if (last != null && last.first() + last.count() > tree.size()) {
      find(Check.DECISION, tree.size() - 1, "the decision at #" + last.first() + " says it has " + last.count()
          + " entries, stored are " + (tree.size() - last.first()));
    }
    StoredEvidence.Counts counts = evidence.counts();
    if (counts.decisions() != decisions) {
      findNowhere(Check.DECISION, counts.decisions() + " decisions are stored, the entries need " + decisions);
    }
    if (counts.tiles() != tiles) {
      findNowhere(Check.TILE, counts.tiles() + " tiles are stored, the entries fill " + tiles);
    }
    if (counts.entries() != tree.size()) {
      findNowhere(Check.POSITION, counts.entries() + " entries are stored, " + tree.size() + " of them from #0 on");
    }
    if (counts.tags() != tagRows || findings.stream().anyMatch(it -> it.check() == Check.TAGS)) {
      findSuperfluousTags();
    }
  }

  /** Only after something did not fit: looks for tag rows that no leaf accounts for. */
  private void findSuperfluousTags() {
    Set<TagRow> expected = new HashSet<>();
    for (long from = 0; from < tree.size(); from += TAG_RANGE) {
      long to = Math.min(from + TAG_RANGE, tree.size());
      expected.clear();
      for (long chunk = from; chunk < to; chunk += CHUNK) {
        for (Row row : evidence.rows(chunk, CHUNK)) {
          expected.addAll(TagRow.of(row.position(), row.type(), tagsOf(row)));
        }
      }
      evidence.tags(from, to).stream().filter(it -> !expected.contains(it))
          .forEach(it -> find(Check.TAGS, it.position(), "the tag row " + it.tag() + " is not in the leaf"));
    }
    Stream.concat(evidence.tags(Long.MIN_VALUE, 0).stream(), evidence.tags(tree.size(), Long.MAX_VALUE).stream())
        .forEach(it -> find(Check.TAGS, it.position(), "the tag row " + it.tag() + " belongs to no entry"));
  }

  private Set<String> tagsOf(Row row) {
    try {
      return leaves.read(row.leaf()).tags();
    } catch (RuntimeException e) {
      return Set.of(); // named already, as a leaf that cannot be read
    }
  }

  private void findReferred(OptionalLong position, String detail) {
    add(new Finding(Check.PERSONAL, position, detail));
  }

  private final class Ending implements EntryCheck.Ending {
    @Override
    public void found(OptionalLong position, String detail) {
      findReferred(position, detail);
    }

    @Override
    public void note(Note note) {
      notes.add(note);
    }
  }

  private void find(Check check, long position, String detail) {
    add(new Finding(check, OptionalLong.of(position), detail));
  }

  private void findNowhere(Check check, String detail) {
    add(new Finding(check, OptionalLong.empty(), detail));
  }

  private void add(Finding finding) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    }
  }
}
