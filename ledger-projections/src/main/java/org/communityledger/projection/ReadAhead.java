package org.communityledger.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.KnownLog.Chunk;

/**
 * Reads, hashes and decodes a log on several threads, a few chunks ahead of who folds them. Used by one thread; once
 * closed, none of its own is left.
 */
final class ReadAhead implements AutoCloseable {
  private final KnownLog log;
  private final int threads;
  private final BiFunction<RecordedEvent, KeptEvent, Telling> teller;
  private final ExecutorService readers;
  private final Deque<Future<Chunk>> ahead = new ArrayDeque<>();
  private long asked;
  private long given;

  /**
   * A log to be read.
   *
   * @param teller makes of an event, and the same for rows that keep it, what folds are told; used by several threads
   */
  ReadAhead(KnownLog log, int threads, BiFunction<RecordedEvent, KeptEvent, Telling> teller) {
    this.log = log;
    this.threads = threads;
    this.teller = teller;
    this.readers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("replay-", 0).factory());
  }

  /** Whether there are more entries than were given. */
  boolean hasNext() {
    return given < log.size();
  }

  /** The next entries. */
  Chunk next() {
    while (asked < log.size() && ahead.size() < 2 * threads) {
      long from = asked;
      ahead.add(readers.submit(() -> log.chunk(from, teller)));
      asked += KnownLog.CHUNK;
    }
    Chunk chunk = await(ahead.remove());
    given += chunk.tellings().size();
    return chunk;
  }

  private Chunk await(Future<Chunk> chunk) {
    try {
      return chunk.get();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw ReplayCancelled.interrupted(given);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new ReplayException(given, "The replay stopped after #" + given + ": " + failure.getCause(), failure);
    }
  }

  @Override
  public void close() {
    readers.shutdownNow();
    readers.close(); // waits for the chunks being read
  }
}
