package org.communityledger.projection.live;

import java.util.List;
import org.communityledger.log.EntryLog;

/** The threads that move views on, from their start to their end. Safe for many threads. */
final class Moving implements AutoCloseable {
  private final Runner runner;
  private final AutoCloseable listening;
  private final Thread running;
  private final Thread building;

  private Moving(Runner runner, AutoCloseable listening, Rebuild rebuild) {
    this.runner = runner;
    this.listening = listening;
    this.running = thread("ledger-views", runner::run);
    this.building = thread("ledger-views-build", () -> rebuild.run(runner::take));
  }

  /** Begins to move views on with every append to the log, and to build what is missing. */
  static Moving start(EntryLog log, Runner runner, Rebuild rebuild) {
    Moving moving = new Moving(runner, log.onAppend(size -> runner.wake()), rebuild);
    moving.running.start();
    moving.building.start();
    return moving;
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Lets the batch under way be completed and a build be given up. Waits for the end, also when interrupted. */
  @Override
  public void close() {
    try {
      listening.close();
    } catch (Exception e) {
      throw new IllegalStateException("The log does not end the listening: " + e.getMessage(), e);
    } finally {
      runner.close();
      building.interrupt();
      join();
    }
  }

  private void join() {
    boolean interrupted = false;
    for (Thread each : List.of(running, building)) {
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
