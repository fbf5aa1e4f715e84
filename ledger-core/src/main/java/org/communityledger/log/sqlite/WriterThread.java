package org.communityledger.log.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.communityledger.log.Append;
import org.communityledger.log.Appended;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.jspecify.annotations.Nullable;

/**
 * Takes what waits, never waits for company, and lets the {@link Writer} commit it at once. Futures are completed and
 * listeners told on a second thread, so that waking many callers does not hold up the next commit. Safe for many
 * threads.
 */
final class WriterThread implements AutoCloseable {
  /** The most entries in a commit, but for a single append that has more. */
  private static final int MOST_ENTRIES = 1_000;
  /** The most appends of a commit whose waiting threads the writer wakes itself. */
  private static final int FEW = 2;
  private static final System.Logger LOG = System.getLogger(WriterThread.class.getName());

  private final Writer writer;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService completer = Executors.newSingleThreadExecutor(work -> thread(work, "ledger-completer"));
  private final Thread thread;
  private final Object admission = new Object();
  private boolean closing;
  private volatile GrowingTree committed;
  private volatile CommitListener commits = (entries, nanos) -> {};

  WriterThread(Writer writer) {
    this.writer = writer;
    this.committed = writer.tree();
    this.thread = thread(this::run, "ledger-writer");
    thread.start();
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** The tree over everything durable; not to be changed. */
  GrowingTree committed() {
    return committed;
  }

  void onCommit(CommitListener listener) {
    commits = listener;
  }

  AutoCloseable onAppend(LongConsumer listener) {
    LongConsumer registered = size -> tell(listener, size); // a new object: each registration ends by itself
    listeners.add(registered);
    return () -> listeners.remove(registered);
  }

  /**
   * Takes an append.
   *
   * @param onlyWaits whether nothing hangs on the future but a thread that waits
   */
  CompletableFuture<Appended> append(Append append, boolean onlyWaits) {
    Waiting waiting = new Waiting(append, new CompletableFuture<>(), onlyWaits);
    synchronized (admission) {
      if (closing) {
        waiting.future.completeExceptionally(
            new LogException("The ledger is closed; command " + append.commandId() + " is not recorded"));
      } else {
        queue.add(waiting);
      }
    }
    return waiting.future;
  }

  private void run() {
    @Nullable
    Waiting carried = null;
    try {
      while (true) {
        Waiting first = carried == null ? queue.take() : carried;
        carried = null;
        if (first.isEnd()) {
          return;
        }
        List<Waiting> batch = new ArrayList<>(List.of(first));
        int entries = first.append().entries().size();
        while (entries < MOST_ENTRIES) {
          Waiting next = queue.poll();
          if (next == null) {
            break;
          }
          if (next.isEnd() || entries + next.append().entries().size() > MOST_ENTRIES) {
            carried = next;
            break;
          }
          batch.add(next);
          entries += next.append().entries().size();
        }
        commit(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.log(System.Logger.Level.ERROR, "The ledger's writer was interrupted; appends will wait for ever", e);
    }
  }

  private void commit(List<Waiting> batch) {
    long before = committed.size();
    long start = System.nanoTime();
    try {
      List<Object> results = writer.write(batch.stream().map(Waiting::append).toList());
      committed = writer.tree();
      long nanos = System.nanoTime() - start;
      long after = committed.size();
      if (batch.size() <= FEW) {
        // Waking one thread costs less than waking the completer to wake it.
        completeThose(batch, results, true);
      }
      completer.execute(() -> complete(batch, results, before, after, nanos));
    } catch (LogException e) {
      completer.execute(() -> batch.forEach(it -> it.future.completeExceptionally(e)));
    }
  }

  private void complete(List<Waiting> batch, List<Object> results, long before, long after, long nanos) {
    completeThose(batch, results, false);
    if (after > before) {
      tell(size -> commits.committed((int) (size - before), nanos), after);
      listeners.forEach(it -> it.accept(after));
    }
  }

  private static void completeThose(List<Waiting> batch, List<Object> results, boolean onlyWaiting) {
    for (int i = 0; i < batch.size(); i++) {
      Waiting each = batch.get(i);
      if (onlyWaiting && !each.onlyWaits) {
        continue;
      }
      switch (results.get(i)) {
        case Appended appended -> each.future.complete(appended);
        case LogException refusal -> each.future.completeExceptionally(refusal);
        default -> throw new IllegalStateException("no result: " + results.get(i));
      }
    }
  }

  private static void tell(LongConsumer listener, long size) {
    try {
      listener.accept(size);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A listener failed at size " + size, e);
    }
  }

  /** Writes what was accepted, then ends. Waits for the end, also when interrupted. */
  @Override
  public void close() {
    synchronized (admission) {
      if (!closing) {
        closing = true;
        queue.add(Waiting.END);
      }
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    completer.shutdown(); // not close(): interrupted, that would drop what is not told yet
    while (!completer.isTerminated()) {
      try {
        completer.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Waiting(@Nullable Append maybe, CompletableFuture<Appended> future, boolean onlyWaits) {
    private static final Waiting END = new Waiting(null, new CompletableFuture<>(), false);

    private boolean isEnd() {
      return maybe == null;
    }

    private Append append() {
      return java.util.Objects.requireNonNull(maybe);
    }
  }
}
