package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.log.EntryLog;

/** The threads that move views on, from their start to their end. Safe for many threads. */
final class Moving implements AutoCloseable {
  private final Runner runner;
  private final AutoCloseable listening;
  private final List<Thread> threads = new ArrayList<>();

  private Moving(Runner runner, AutoCloseable listening) {
    this.runner = runner;
    this.listening = listening;
  }

  /** Begins to move views on with every append to the log, and to build what is missing. */
  static Moving start(EntryLog log, Runner runner, Rebuild rebuild) {
    Moving moving = new Moving(runner, log.onAppend(size -> runner.wake()));
    moving.start("ledger-views", runner::run);
    moving.start("ledger-views-build", () -> rebuild.run(runner::take));
    return moving;
  }

  private void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  /** Waits for the end, also when interrupted. */
  @Override
  public void close() {
    try {
      listening.close();
    } catch (Exception e) {
      throw new IllegalStateException("The log does not end the listening: " + e.getMessage(), e);
    } finally {
      runner.close();
      join();
    }
  }

  private void join() {
    boolean interrupted = false;
    for (Thread each : threads) {
      while (each.isAlive()) {
        try {
          each.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
