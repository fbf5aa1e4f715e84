package org.communityledger.log.sqlite;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.communityledger.log.Append;
import org.communityledger.log.Appended;
import org.communityledger.log.CommandRecorded;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.communityledger.log.Unsettled;

/**
 * Commits what waits in the {@link Tail}, never waiting for company. A caller who waits for its append while nobody
 * commits does it itself, without a change of thread (ADR 0012); whatever waits behind is committed by a thread of the
 * log's own. Waking many callers and telling listeners is left to another thread, so that it does not hold up the next
 * commit. Safe for many threads.
 */
final class Committer implements AutoCloseable {
  /** The most entries in a commit, but for a single append that has more. */
  private static final int MOST_ENTRIES = 1_000;
  /** The most appends of a commit whose waiting callers are woken by whoever commits. */
  private static final int FEW = 2;
  private static final System.Logger LOG = System.getLogger(Committer.class.getName());

  private final Tail tail;
  private final Writer writer;
  private final ReentrantLock committing = new ReentrantLock();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService completer = Executors.newSingleThreadExecutor(work -> thread(work, "ledger-completer"));
  private final Thread thread;
  private volatile boolean closing;
  private volatile GrowingTree committed;
  private volatile Consumer<List<Append>> keeper = appends -> {};
  private volatile CommitListener commits = (entries, nanos) -> {};

  Committer(Tail tail, Writer writer) {
    this.tail = tail;
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

  void beforeCommit(Consumer<List<Append>> appends) {
    keeper = appends;
  }

  /** Lets somebody use the writer between two commits. */
  void between(Consumer<Writer> work) {
    tail.requireOpen("");
    committing.lock();
    try {
      work.accept(writer);
    } finally {
      committing.unlock();
    }
    wake(); // whoever came meanwhile relies on the lock's holder to look once more
  }

  AutoCloseable onAppend(LongConsumer listener) {
    LongConsumer registered = size -> tell(listener, size); // a new object: each registration ends by itself
    listeners.add(registered);
    return () -> listeners.remove(registered);
  }

  /** Sees that what was staged is committed although nobody waits for it. */
  void wake() {
    LockSupport.unpark(thread);
  }

  /**
   * Waits for an append, committing it if nobody else is at it.
   *
   * @throws LogException if it could not be stored
   */
  Appended await(StagedAppend staged) {
    if (!staged.future().isDone()) {
      if (committing.tryLock()) {
        try {
          commitWaiting();
        } finally {
          committing.unlock();
        }
      }
      // Only after the lock is given back: whoever failed to get it relies on its holder to look once more.
      if (tail.hasWaiting()) {
        wake();
      }
    }
    try {
      return staged.future().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LogException failure ? failure : new LogException("The append failed: " + e, e);
    }
  }

  private void run() {
    while (true) {
      if (tail.hasWaiting()) {
        committing.lock();
        try {
          commitWaiting();
        } finally {
          committing.unlock();
        }
      } else if (closing) {
        return;
      } else {
        LockSupport.park(this);
      }
    }
  }

  private void commitWaiting() {
    List<StagedAppend> batch = tail.take(MOST_ENTRIES);
    if (batch.isEmpty()) {
      return;
    }
    long before = committed.size();
    long start = System.nanoTime();
    try {
      Set<String> recorded = writer.recordedAmong(batch);
      if (!recorded.isEmpty()) {
        displace(batch, recorded);
        return;
      }
      keepWhatItRefersTo(batch);
      committed = writer.write(batch);
      tail.settle(batch);
    } catch (LogException e) {
      fail(batch, e);
      return;
    }
    long nanos = System.nanoTime() - start;
    long after = committed.size();
    tell(size -> commits.committed((int) (size - before), nanos), after);
    if (batch.size() <= FEW && batch.stream().noneMatch(StagedAppend::isWatched)) {
      batch.forEach(StagedAppend::stored); // waking one thread costs less than waking the completer to wake it
      if (!listeners.isEmpty()) {
        completer.execute(() -> tellAll(after));
      }
    } else {
      completer.execute(() -> {
        batch.forEach(StagedAppend::stored);
        tellAll(after);
      });
    }
  }

  private void keepWhatItRefersTo(List<StagedAppend> batch) {
    try {
      keeper.accept(batch.stream().map(StagedAppend::append).toList());
    } catch (RuntimeException | Error e) {
      throw new LogException("what the entries refer to could not be kept: " + e.getMessage(), e);
    }
  }

  /**
   * Some commands were recorded long ago. Everything staged gives up its place: with these gone there would be gaps.
   * Looking each id up before giving a place would cost every command what this costs now and then.
   */
  private void displace(List<StagedAppend> batch, Set<String> recorded) {
    List<StagedAppend> behind = tail.loseAllNotDurable();
    completer.execute(() -> {
      for (StagedAppend each : batch) {
        String id = each.append().commandId();
        each.lost(recorded.contains(id) ? new CommandRecorded(id) : new Unsettled());
      }
      behind.forEach(it -> it.lost(new Unsettled()));
    });
  }

  private void fail(List<StagedAppend> batch, LogException cause) {
    List<StagedAppend> behind = tail.loseAllNotDurable();
    LogException failure = new LogException("Committing " + (batch.size() + behind.size())
        + " appends failed, none of them is stored: " + cause.getMessage(), cause);
    completer.execute(() -> {
      batch.forEach(it -> it.lost(failure));
      behind.forEach(it -> it.lost(failure));
    });
  }

  private void tellAll(long size) {
    listeners.forEach(it -> it.accept(size));
  }

  private static void tell(LongConsumer listener, long size) {
    try {
      listener.accept(size);
    } catch (RuntimeException | Error e) { // thrown on, it would end a thread that others wait for
      LOG.log(System.Logger.Level.WARNING, "A listener failed at size " + size, e);
    }
  }

  /** Commits what has its place, refuses what comes later, and returns once every caller has its answer. */
  @Override
  public void close() {
    tail.close();
    closing = true;
    wake();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    committing.lock(); // a caller may be committing by itself; after that nothing waits any more
    try {
      completer.shutdown(); // not close(): interrupted, that would drop what is not told yet
    } finally {
      committing.unlock();
    }
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
}
