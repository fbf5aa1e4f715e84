package org.communityledger.projection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
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

/** A log whose reads give something else than was stored. */
public final class AlteredLog implements EntryLog {
  private final EntryLog log;
  private final Alteration alteration;
  private final UnaryOperator<TreeHashes> hashes;

  public AlteredLog(EntryLog log, Alteration alteration) {
    this(log, alteration, UnaryOperator.identity());
  }

  private AlteredLog(EntryLog log, Alteration alteration, UnaryOperator<TreeHashes> hashes) {
    this.log = log;
    this.alteration = alteration;
    this.hashes = hashes;
  }

  /** Tells other hashes than were stored. */
  AlteredLog hashing(UnaryOperator<TreeHashes> change) {
    return new AlteredLog(log, alteration, change);
  }

  /** What is given instead of what was read. */
  @FunctionalInterface
  public interface Alteration {
    List<Entry> of(Query query, List<Entry> read);
  }

  /** Gives another leaf at a position. */
  public static AlteredLog at(long position, EntryLog log, UnaryOperator<byte[]> change) {
    return new AlteredLog(log, (query, read) -> read.stream()
        .map(it -> it.position() == position ? new Entry(position, it.type(), change.apply(it.leaf())) : it).toList());
  }

  @Override
  public List<Entry> read(Query query, long from, long to, int limit) {
    return alteration.of(query, log.read(query, from, to, limit));
  }

  @Override
  public Outlook outlook() {
    return log.outlook();
  }

  @Override
  public Staged stage(Append append, Outlook outlook) {
    return log.stage(append, outlook);
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
  public Optional<Entry> last(Query query, long before) {
    return log.last(query, before);
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
    return hashes.apply(log.hashes());
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
}
