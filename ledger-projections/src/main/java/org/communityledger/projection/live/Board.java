package org.communityledger.projection.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.communityledger.projection.Projection;
import org.communityledger.projection.live.Standing.State;

/** Where everybody sees how the views stand, and can wait for them. Safe for many threads. */
final class Board {
  private final LongSupplier head;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private boolean closed;

  /**
   * A board without views yet.
   *
   * @param head tells the position of the ledger's last entry
   */
  Board(LongSupplier head) {
    this.head = head;
  }

  private static String slot(String projection, int version) {
    return projection + " v" + version;
  }

  void put(Standing standing) {
    change(() -> standings.put(slot(standing.projection(), standing.version()), standing));
  }

  /** Changes the standing of a version, if there is one. */
  void update(Projection<?, ?> projection, UnaryOperator<Standing> change) {
    change(() -> standings.computeIfPresent(slot(projection.name(), projection.version()),
        (slot, it) -> change.apply(it)));
  }

  /** Changes all standings. */
  void updateAll(UnaryOperator<Standing> change) {
    change(() -> standings.replaceAll((slot, it) -> change.apply(it)));
  }

  /** Takes all versions of a projection down but one. */
  void keepOnly(Projection<?, ?> projection) {
    change(() -> standings.values()
        .removeIf(it -> it.projection().equals(projection.name()) && it.version() != projection.version()));
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How all views stand now. */
  List<Standing> standings() {
    long now = head.getAsLong();
    lock.lock();
    try {
      return standings.values().stream().map(it -> it.withHead(now)).toList();
    } finally {
      lock.unlock();
    }
  }

  /** How the versions of one projection stand. */
  List<Standing> standings(String projection) {
    return standings().stream().filter(it -> it.projection().equals(projection)).toList();
  }

  /**
   * Waits until all that is read is true for the position.
   *
   * @throws NotApplied if that does not happen in time, or cannot happen any more
   */
  void await(long position, Duration timeout) {
    long left = timeout.toNanos();
    lock.lock();
    try {
      List<String> lacking = lacking(position);
      while (!lacking.isEmpty()) {
        if (closed) {
          throw notApplied("#" + position + " will not be applied: the views are closed", lacking);
        }
        if (lacking.stream().anyMatch(this::isHopeless)) {
          throw notApplied("#" + position + " will not be applied",
              lacking.stream().filter(this::isHopeless).toList());
        }
        if (left <= 0) {
          throw notApplied("#" + position + " is not applied after " + timeout.toMillis() + " ms", lacking);
        }
        left = changed.awaitNanos(left);
        lacking = lacking(position);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notApplied("Interrupted while waiting for #" + position, lacking(position));
    } finally {
      lock.unlock();
    }
  }

  private List<String> lacking(long position) {
    Map<String, Optional<Long>> reached = new LinkedHashMap<>();
    standings.values().forEach(it -> reached.merge(it.projection(),
        Optional.of(it.position()).filter(any -> it.state() != State.BUILDING), Board::furthest));
    return reached.entrySet().stream().filter(it -> it.getValue().filter(at -> at >= position).isEmpty())
        .map(Map.Entry::getKey).toList();
  }

  private static Optional<Long> furthest(Optional<Long> one, Optional<Long> other) {
    return one.flatMap(it -> other.map(that -> Math.max(it, that))).or(() -> one).or(() -> other);
  }

  private boolean isHopeless(String projection) {
    return standings.values().stream().filter(it -> it.projection().equals(projection))
        .noneMatch(it -> it.state() == State.LIVE || it.state() == State.BUILDING);
  }

  private NotApplied notApplied(String what, List<String> lacking) {
    long now = head.getAsLong();
    List<Standing> those = new ArrayList<>(standings.values());
    those.removeIf(it -> !lacking.contains(it.projection()));
    those.replaceAll(it -> it.withHead(now));
    return new NotApplied(
        what + ": " + those.stream().map(Standing::toString).collect(Collectors.joining("; ")), those);
  }

  /** Tells all who wait that nothing more will come. */
  void close() {
    change(() -> closed = true);
  }
}
