package org.communityledger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.communityledger.log.Append;
import org.communityledger.log.Appended;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Outlook;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.Staged;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.TreeHashes;
import org.communityledger.log.TreeHead;

/** A log that counts the entries it hands out. */
final class CountingLog implements EntryLog {
  private final EntryLog log;
  private final AtomicLong handedOut = new AtomicLong();

  CountingLog(EntryLog log) {
    this.log = log;
  }

  /** How many entries were handed out since this was last asked. */
  long handedOut() {
    return handedOut.getAndSet(0);
  }

  private List<Entry> counted(List<Entry> entries) {
    handedOut.addAndGet(entries.size());
    return entries;
  }

  private Optional<Entry> counted(Optional<Entry> entry) {
    handedOut.addAndGet(entry.isPresent() ? 1 : 0);
    return entry;
  }

  @Override
  public Outlook outlook() {
    return new CountingOutlook(log.outlook());
  }

  @Override
  public Staged stage(Append append, Outlook outlook) {
    return log.stage(append, ((CountingOutlook) outlook).outlook);
  }

  @Override
  public List<Entry> read(Query query, long from, long to, int limit) {
    return counted(log.read(query, from, to, limit));
  }

  @Override
  public Optional<Entry> last(Query query, long before) {
    return counted(log.last(query, before));
  }

  @Override
  public CompletableFuture<Appended> append(Append append) {
    return log.append(append);
  }

  @Override
  public long size() {
    return log.size();
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
  public TreeHead head() {
    return log.head();
  }

  @Override
  public TreeHashes hashes() {
    return log.hashes();
  }

  @Override
  public StoredEvidence evidence() {
    return log.evidence();
  }

  @Override
  public AutoCloseable onAppend(LongConsumer listener) {
    return log.onAppend(listener);
  }

  @Override
  public void close() {
    log.close();
  }

  private final class CountingOutlook implements Outlook {
    private final Outlook outlook;

    private CountingOutlook(Outlook outlook) {
      this.outlook = outlook;
    }

    @Override
    public long size() {
      return outlook.size();
    }

    @Override
    public List<Entry> read(Query query, long from, int limit) {
      return counted(outlook.read(query, from, limit));
    }

    @Override
    public Optional<Entry> last(Query query) {
      return counted(outlook.last(query));
    }

    @Override
    public Optional<RecordedDecision> decision(String commandId) {
      return outlook.decision(commandId);
    }

    @Override
    public void awaitDurable() {
      outlook.awaitDurable();
    }
  }
}
