package org.communityledger.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many callers at once. */
public final class Crowd {
  private Crowd() {}

  /** What one of the callers does. */
  @FunctionalInterface
  public interface Caller<T> {
    T call(int number) throws Exception;
  }

  /** Lets so many threads begin at the same moment, and returns what each got, in order of their numbers. */
  public static <T> List<T> of(int size, Caller<T> caller) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
      List<Future<T>> calls = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int number = i;
        calls.add(threads.submit(() -> {
          start.await();
          return caller.call(number);
        }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> call : calls) {
        results.add(call.get(60, TimeUnit.SECONDS));
      }
      return results;
    }
  }
}
