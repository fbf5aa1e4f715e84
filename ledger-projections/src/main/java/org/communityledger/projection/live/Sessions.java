package org.communityledger.projection.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** Sessions that only read, each lent to one thread at a time. Safe for many threads. */
final class Sessions implements AutoCloseable {
  private static final int MOST_IDLE = 8;

  private final StoreFile file;
  private final Deque<Session> idle = new ArrayDeque<>();
  private int lent;
  private boolean closed;

  Sessions(StoreFile file) {
    this.file = file;
  }

  /** Lets the work read the state of one moment, although somebody may be writing. */
  <T> T readOneState(Function<Session, T> work) {
    Session session = borrow();
    boolean sound = false;
    try {
      session.execute("BEGIN");
      try {
        return work.apply(session);
      } finally {
        session.endStreams();
        session.execute("ROLLBACK");
        sound = true;
      }
    } finally {
      giveBack(session, sound);
    }
  }

  private Session borrow() {
    synchronized (idle) {
      if (closed) {
        throw new ViewStoreException(file.path() + " is closed");
      }
      lent++;
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    try {
      return file.reader();
    } catch (RuntimeException e) {
      returned();
      throw e;
    }
  }

  /** A session that could not end its reading is not lent again. */
  private void giveBack(Session session, boolean sound) {
    try {
      synchronized (idle) {
        if (sound && idle.size() < MOST_IDLE) {
          idle.push(session);
        } else {
          session.close();
        }
      }
    } finally {
      returned();
    }
  }

  private void returned() {
    synchronized (idle) {
      lent--;
      idle.notifyAll();
    }
  }

  /** Refuses who comes later, and waits for those who are reading. */
  @Override
  public void close() {
    boolean interrupted = false;
    synchronized (idle) {
      closed = true;
      while (lent > 0) {
        try {
          idle.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      while (!idle.isEmpty()) {
        idle.pop().close();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
