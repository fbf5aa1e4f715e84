package org.communityledger.projection.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Changes the standing of a version and, at the same moment, takes down all others of that projection. */
  void replaceVersions(Projection<?, ?> projection, UnaryOperator<Standing> change) {
    change(() -> {
      standings.values()
          .removeIf(it -> it.projection().equals(projection.name()) && it.version() != projection.version());
      standings.computeIfPresent(slot(projection.name(), projection.version()), (slot, it) -> change.apply(it));
    });
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

  /** What somebody waits for, and how far the versions of one projection are from it. */
  interface Goal {
    boolean isReachedBy(List<Standing> versions);

    boolean isReachableBy(List<Standing> versions);

    /** What a failure says: {@code #12 is not applied}. */
    String missed();
  }

  /** All that is read is true for a position. */
  record Applied(long position) implements Goal {
    @Override
    public boolean isReachedBy(List<Standing> versions) {
      return versions.stream().anyMatch(it -> it.isRead() && it.position() >= position);
    }

    @Override
    public boolean isReachableBy(List<Standing> versions) {
      return versions.stream().anyMatch(it -> it.state() == State.LIVE || it.state() == State.BUILDING);
    }

    @Override
    public String missed() {
      return "#" + position + " is not applied";
    }
  }

  /** All that is wanted is read. */
  record Built() implements Goal {
    @Override
    public boolean isReachedBy(List<Standing> versions) {
      return versions.stream().allMatch(it -> it.state() == State.LIVE);
    }

    @Override
    public boolean isReachableBy(List<Standing> versions) {
      return versions.stream().anyMatch(it -> it.state() == State.BUILDING);
    }

    @Override
    public String missed() {
      return "Not all views are built";
    }
  }

  /**
   * Waits until projections have reached a goal.
   *
   * @param meant which, by name
   * @throws NotApplied if that does not happen in time, or cannot happen any more
   */
  void await(Predicate<String> meant, Goal goal, Duration timeout) {
    long left = TimeUnit.NANOSECONDS.convert(timeout); // for ever is as long as a long goes
    lock.lock();
    try {
      while (true) {
        List<List<Standing>> lacking = byProjection(meant).filter(it -> !goal.isReachedBy(it)).toList();
        if (lacking.isEmpty()) {
          return;
        }
        requireReachable(goal, lacking);
        if (left <= 0) {
          throw notApplied(goal.missed() + " after " + timeout.toMillis() + " ms", lacking);
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notApplied(goal.missed() + "; the thread that waited was interrupted", byProjection(meant).toList());
    } finally {
      lock.unlock();
    }
  }

  private Stream<List<Standing>> byProjection(Predicate<String> meant) {
    return standings.values().stream().filter(it -> meant.test(it.projection()))
        .collect(Collectors.groupingBy(Standing::projection, LinkedHashMap::new, Collectors.toList())).values()
        .stream();
  }

  private void requireReachable(Goal goal, List<List<Standing>> lacking) {
    if (closed) {
      throw notApplied(goal.missed() + ", and the views are closed", lacking);
    }
    List<List<Standing>> hopeless = lacking.stream().filter(it -> !goal.isReachableBy(it)).toList();
    if (!hopeless.isEmpty()) {
      throw notApplied(goal.missed() + " and will not be", hopeless);
    }
  }

  private NotApplied notApplied(String what, List<List<Standing>> lacking) {
    long now = head.getAsLong();
    List<Standing> those = lacking.stream().flatMap(List::stream).map(it -> it.withHead(now)).toList();
    return new NotApplied(what + ": " + those.stream().map(Standing::toString).collect(Collectors.joining("; ")),
        those);
  }

  /** Tells all who wait that nothing more will come. */
  void close() {
    change(() -> closed = true);
  }
}
