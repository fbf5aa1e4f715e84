package org.communityledger.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;

/** The sides of one comparison, each in a process of its own; they end together. For one thread. */
final class RemoteSides implements AutoCloseable {
  private final Options options;
  private final Deque<RemoteSide> started = new ArrayDeque<>();

  RemoteSides(Options options) {
    this.options = options;
  }

  /** Starts one more and waits until it is ready; those started before are idle meanwhile. */
  Side start(String name) throws Exception {
    RemoteSide side = RemoteSide.start(name, options);
    started.push(side);
    return side;
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }
}
