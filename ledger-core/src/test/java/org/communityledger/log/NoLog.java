package org.communityledger.log;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** A log that does nothing and says it did. */
final class NoLog implements EntryLog {
  @Override
  public CompletableFuture<Appended> append(Append append) {
    return CompletableFuture.completedFuture(new Appended(0, List.of()));
  }

  @Override
  public Outlook outlook() {
    return new Outlook() {
      @Override
      public long size() {
        return 0;
      }

      @Override
      public List<Entry> read(Query query, long from, int limit) {
        return List.of();
      }

      @Override
      public Optional<Entry> last(Query query) {
        return Optional.empty();
      }

      @Override
      public Optional<RecordedDecision> decision(String commandId) {
        return Optional.empty();
      }

      @Override
      public void awaitDurable() {}
    };
  }

  @Override
  public Staged stage(Append append, Outlook outlook) {
    return new Staged() {
      @Override
      public long first() {
        return 0;
      }

      @Override
      public Appended await() {
        return new Appended(0, List.of());
      }
    };
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public List<Entry> read(Query query, long from, long to, int limit) {
    return List.of();
  }

  @Override
  public Optional<Entry> last(Query query, long before) {
    return Optional.empty();
  }

  @Override
  public Optional<RecordedDecision> decision(String commandId) {
    return Optional.empty();
  }

  @Override
  public Optional<RecordedDecision> decisionAt(long position) {
    return Optional.empty();
  }

  @Override
  public List<RecordedDecision> decisions(long from, int limit) {
    return List.of();
  }

  @Override
  public TreeHead head() {
    return new TreeHead(0, MerkleHash.empty());
  }

  @Override
  public TreeHashes hashes() {
    return new TileHashes(new GrowingTree(), (level, index) -> {
      throw new IllegalStateException("there are no tiles");
    });
  }

  @Override
  public StoredEvidence evidence() {
    throw new UnsupportedOperationException("there is no evidence");
  }

  @Override
  public AutoCloseable onAppend(LongConsumer listener) {
    return () -> {};
  }

  @Override
  public void close() {}
}
