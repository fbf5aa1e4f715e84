package org.communityledger.projection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.communityledger.log.Append;
import org.communityledger.log.Appended;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Outlook;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.Staged;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.TileHashes;
import org.communityledger.log.TreeHashes;
import org.communityledger.log.TreeHead;

/** A log as it would be if nothing had been appended after a position: its tree is grown anew from its entries. */
final class StoppedLog implements EntryLog {
  private final EntryLog log;
  private final long size;
  private final GrowingTree tree = new GrowingTree();

  StoppedLog(EntryLog log, long position) {
    this.log = log;
    this.size = position + 1;
    for (Entry each : log.read(Query.all(), 0, size, (int) size)) {
      tree.add(MerkleHash.leaf(each.leaf()), (level, index, hashes) -> {});
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public List<Entry> read(Query query, long from, long to, int limit) {
    return log.read(query, from, Math.min(to, size), limit);
  }

  @Override
  public TreeHead head() {
    return tree.head();
  }

  @Override
  public TreeHashes hashes() {
    return new TileHashes(tree, (level, index) -> {
      throw new UnsupportedOperationException("nobody asks for tiles of the whole log");
    });
  }

  @Override
  public Outlook outlook() {
    throw new UnsupportedOperationException("it has stopped");
  }

  @Override
  public Staged stage(Append append, Outlook outlook) {
    throw new UnsupportedOperationException("it has stopped");
  }

  @Override
  public CompletableFuture<Appended> append(Append append) {
    throw new UnsupportedOperationException("it has stopped");
  }

  @Override
  public Optional<Entry> last(Query query, long before) {
    return log.last(query, Math.min(before, size));
  }

  @Override
  public Optional<RecordedDecision> decision(String commandId) {
    return log.decision(commandId);
  }

  @Override
  public Optional<RecordedDecision> decisionAt(long position) {
    return log.decisionAt(position);
  }

  @Override
  public List<RecordedDecision> decisions(long from, int limit) {
    return log.decisions(from, limit);
  }

  @Override
  public StoredEvidence evidence() {
    return log.evidence();
  }

  @Override
  public AutoCloseable onAppend(LongConsumer listener) {
    return () -> {};
  }

  @Override
  public void close() {
    log.close();
  }
}
