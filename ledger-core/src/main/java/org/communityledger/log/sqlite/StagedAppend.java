package org.communityledger.log.sqlite;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.communityledger.log.Append;
import org.communityledger.log.Appended;
import org.communityledger.log.LogException;

/** An append with its place and time, and the promise of its durability. Safe for many threads. */
final class StagedAppend {
  private final long first;
  private final Append append;
  private final List<byte[]> hashes;
  private final String time;
  private final CompletableFuture<Appended> future = new CompletableFuture<>();
  private volatile boolean watched;

  StagedAppend(long first, Append append, List<byte[]> hashes, String time) {
    this.first = first;
    this.append = append;
    this.hashes = hashes;
    this.time = time;
  }

  long first() {
    return first;
  }

  /** The position behind its last entry. */
  long end() {
    return first + hashes.size();
  }

  Append append() {
    return append;
  }

  List<byte[]> hashes() {
    return hashes;
  }

  String time() {
    return time;
  }

  CompletableFuture<Appended> future() {
    return future;
  }

  /** The future, to somebody who may hang more on it than a thread that waits. */
  CompletableFuture<Appended> watched() {
    watched = true;
    return future;
  }

  boolean isWatched() {
    return watched;
  }

  void stored() {
    future.complete(new Appended(first, hashes));
  }

  void lost(LogException failure) {
    future.completeExceptionally(failure);
  }
}
