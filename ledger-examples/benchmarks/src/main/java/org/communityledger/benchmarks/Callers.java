package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.communityledger.Ledger;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Receipt;

/** Threads that each send one thing after the other and wait for its answer. One thread starts them at a time. */
final class Callers implements AutoCloseable {
  private final int number;
  private final ExecutorService threads;

  Callers(int number) {
    this.number = number;
    this.threads = Executors.newFixedThreadPool(number);
  }

  /** One thing to be done. */
  @FunctionalInterface
  interface Work<T> {
    void on(T item) throws Exception;
  }

  /** The callers share the items; each takes the next one when it has its answer. Returns the nanoseconds it took. */
  <T> long nanosFor(List<T> items, Work<T> work) throws Exception {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch ready = new CountDownLatch(number);
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(threads.submit(() -> {
        ready.countDown();
        begin.await();
        for (int mine = next.getAndIncrement(); mine < items.size(); mine = next.getAndIncrement()) {
          work.on(items.get(mine));
        }
        return number;
      }));
    }
    ready.await();
    long start = System.nanoTime();
    begin.countDown();
    for (Future<?> each : all) {
      each.get();
    }
    return System.nanoTime() - start;
  }

  /** Records everything, one submission a call; anything but acceptance is an error. */
  long nanosToRecord(Ledger ledger, List<Submission> submissions) throws Exception {
    return nanosFor(submissions, it -> record(ledger, it));
  }

  /** Records; anything but acceptance is an error. */
  static Receipt record(Ledger ledger, Submission submission) {
    return switch (ledger.record(submission.command(), submission.header())) {
      case Outcome.Accepted accepted -> accepted.receipt();
      case Outcome.Refused refused -> throw new IllegalStateException(
          submission.command() + " was refused: " + refused.refusal().english());
    };
  }

  static double perSecond(long count, long nanos) {
    return count * 1e9 / nanos;
  }

  @Override
  public void close() {
    threads.close();
  }
}
