package org.communityledger.projection.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.communityledger.log.Append;
import org.communityledger.log.Appended;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Outlook;
import org.communityledger.log.Proofs;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.Staged;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.TreeHashes;
import org.communityledger.log.TreeHead;

/** A log that shows its entries step by step, as if each had been appended just then. */
final class SteppedLog implements EntryLog {
  private final EntryLog log;
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong size;

  SteppedLog(EntryLog log, long size) {
    this.log = log;
    this.size = new AtomicLong(size);
  }

  /** Shows one more entry. */
  void step() {
    long now = size.incrementAndGet();
    listeners.forEach(it -> it.accept(now));
  }

  @Override
  public long size() {
    return size.get();
  }

  @Override
  public List<Entry> read(Query query, long from, long to, int limit) {
    return log.read(query, from, Math.min(to, size()), limit);
  }

  @Override
  public Optional<Entry> last(Query query, long before) {
    return log.last(query, Math.min(before, size()));
  }

  @Override
  public TreeHead head() {
    long shown = size();
    return new TreeHead(shown, Proofs.root(shown, log.hashes()));
  }

  @Override
  public TreeHashes hashes() {
    return log.hashes();
  }

  @Override
  public AutoCloseable onAppend(LongConsumer listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Outlook outlook() {
    return log.outlook();
  }

  @Override
  public Staged stage(Append append, Outlook outlook) {
    throw new UnsupportedOperationException("it is shown, not written");
  }

  @Override
  public CompletableFuture<Appended> append(Append append) {
    throw new UnsupportedOperationException("it is shown, not written");
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
  public void close() {
    log.close();
  }
}
