package org.communityledger.axon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * First come, first served, per tag: commands that would only make each other lose try one after the other. Turns
 * hold within this process only; they are a courtesy, correctness comes from the append condition. Safe for many
 * threads.
 */
final class FairTurns {
  private final ConcurrentMap<String, Queue> queues = new ConcurrentHashMap<>();

  /** Whether nobody has or waits for any turn. */
  boolean isIdle() {
    return queues.isEmpty();
  }

  /** How many wait for a turn on the tag; an estimate while others come and go. */
  int waitingFor(String tag) {
    Queue queue = queues.get(tag);
    return queue == null ? 0 : queue.turn.getQueueLength();
  }

  /**
   * Waits for a turn on all the tags.
   *
   * @return to be closed to end the turn; empty if the time ran out
   */
  Optional<Turn> take(Collection<String> tags, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Turn turn = new Turn();
    boolean complete = false;
    try {
      for (String tag : new TreeSet<>(tags)) { // in one order everywhere, or two commands could wait for each other
        if (!turn.enter(tag, deadline - System.nanoTime())) {
          return Optional.empty();
        }
      }
      complete = true;
      return Optional.of(turn);
    } finally {
      if (!complete) {
        turn.close();
      }
    }
  }

  /** The right to try on some tags. Taken by one thread; whoever ends it, ends it once. */
  final class Turn implements AutoCloseable {
    private final List<String> held = new ArrayList<>();
    private boolean ended;

    private boolean enter(String tag, long nanos) throws InterruptedException {
      AtomicReference<Entry> entry = new AtomicReference<>(Entry.BEHIND_OTHERS);
      Queue queue = queues.compute(tag, (key, present) -> {
        if (present == null) {
          entry.set(Entry.ALONE);
          return new Queue();
        }
        if (present.holder == Thread.currentThread()) {
          entry.set(Entry.INSIDE_OWN_TURN);
          return present;
        }
        return present.joined();
      });
      if (entry.get() == Entry.INSIDE_OWN_TURN) {
        return true; // a command that leads to another one about the same thing would wait for itself
      }
      if (entry.get() == Entry.ALONE) {
        held.add(tag);
        return true;
      }
      boolean entered = false;
      try {
        entered = queue.turn.tryAcquire(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        if (entered) {
          queue.holder = Thread.currentThread();
          held.add(tag);
        }
        return entered;
      } finally {
        if (!entered) {
          leave(tag);
        }
      }
    }

    private void leave(String tag) {
      queues.computeIfPresent(tag, (key, queue) -> queue.left() ? null : queue);
    }

    @Override
    public synchronized void close() {
      if (ended) {
        return;
      }
      ended = true;
      for (String tag : held) {
        Queue queue = queues.get(tag);
        if (queue != null) {
          queue.holder = null;
          queue.turn.release();
        }
        leave(tag);
      }
    }
  }

  private enum Entry {
    ALONE, BEHIND_OTHERS, INSIDE_OWN_TURN
  }

  /** One tag's queue and how many are in it, at first whoever made it; the count changes only under the map's lock. */
  private static final class Queue {
    private final Semaphore turn = new Semaphore(0, true);
    private int members = 1;
    private volatile @Nullable Thread holder = Thread.currentThread();

    private Queue joined() {
      members++;
      return this;
    }

    private boolean left() {
      members--;
      return members == 0;
    }
  }
}
