package org.communityledger.projection.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.communityledger.log.TreeHead;
import org.communityledger.projection.Projection;

/**
 * Moves the views on: sleeps until something is appended, applies whatever waits, and meanwhile, by turns, brings new
 * versions into the store and clears old ones away. All that writes to the store happens here, on one thread.
 */
final class Runner {
  private static final System.Logger LOG = System.getLogger(Runner.class.getName());

  private final ViewStore store;
  private final LedgerEntries entries;
  private final Board board;
  private final LiveMeters meters;
  private final EarlyRetractions early;
  private final List<Track> tracks;
  private final Set<Track> building = new HashSet<>();
  private final Queue<Rebuild.Made<?, ?>> made = new ConcurrentLinkedQueue<>();
  private final Deque<Filling<?, ?>> fillings = new ArrayDeque<>();
  private final Semaphore bell = new Semaphore(1);
  private volatile boolean closing;
  private volatile boolean ended;

  Runner(
      ViewStore store,
      LedgerEntries entries,
      Board board,
      LiveMeters meters,
      EarlyRetractions early,
      List<Track> tracks) {
    this.store = store;
    this.entries = entries;
    this.board = board;
    this.meters = meters;
    this.early = early;
    this.tracks = new ArrayList<>(tracks);
  }

  /** Tells it that there may be something to do. May be called by any thread, and returns at once. */
  void wake() {
    if (bell.availablePermits() == 0) { // no matter how often it rings after the end
      bell.release();
    }
  }

  /** Takes over what a replay has made. May be called by any thread. */
  void take(Rebuild.Made<?, ?> views) {
    made.add(views);
    wake();
  }

  /** Lets {@link #run} return soon. */
  void close() {
    closing = true;
    wake();
  }

  /** Whether nothing will be moved any more. May be asked by any thread. */
  boolean isOver() {
    return closing || ended;
  }

  /** Runs until it is closed or cannot go on. */
  void run() {
    try {
      store.writer().waitWhile(() -> !closing);
      early.search(entries);
      while (!closing) {
        bell.drainPermits();
        if (!round()) {
          bell.acquireUninterruptibly();
        }
      }
    } catch (RuntimeException | Error failure) {
      LOG.log(System.Logger.Level.ERROR, "The views are moved no further", failure);
      board.updateAll(it -> it.failed(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
    } finally {
      ended = true;
    }
  }

  /** Does some of everything there is to do. Returns whether there is more. */
  private boolean round() {
    long end = entries.size();
    for (Track track : List.copyOf(tracks)) {
      if (track.size() < end) {
        step(track, end);
      }
    }
    fill();
    building.stream().filter(it -> it.size() >= end).toList().forEach(this::goLive);
    join();
    boolean cleared = store.clear();
    return cleared || !fillings.isEmpty() || !made.isEmpty() || tracks.stream().anyMatch(it -> it.size() < end);
  }

  private void step(Track track, long end) {
    long before = track.size();
    List<Track.Failure> failures = track.step(end);
    for (LiveView<?, ?> each : track.views()) {
      meters.applied(each.projection().name(), track.size() - before); // first: whoever waits for the board looks at once
      board.update(each.projection(), it -> it.reached(track.size() - 1, track.perSecond(), each.parked()));
    }
    for (Track.Failure each : failures) {
      board.update(each.view().projection(),
          it -> it.reached(each.size() - 1, track.perSecond(), each.view().parked()));
      fail(each.view(), each.reason(), building.contains(track));
    }
    if (track.views().isEmpty()) {
      tracks.remove(track);
      building.remove(track);
    }
  }

  private void fail(LiveView<?, ?> view, String reason, boolean unread) {
    LOG.log(System.Logger.Level.ERROR, view + " " + reason);
    board.update(view.projection(), it -> it.failed(reason));
    if (unread) {
      store.drop(view.id());
    }
  }

  /** Writes some rows of a view that was made, and moves it on from there once it is complete. */
  private void fill() {
    for (Rebuild.Made<?, ?> next = made.poll(); next != null; next = made.poll()) {
      fillings.add(filling(next));
    }
    Filling<?, ?> first = fillings.peek();
    if (first == null) {
      return;
    }
    try {
      if (first.step(store)) {
        return;
      }
    } catch (ViewStoreException | LogException e) {
      throw e;
    } catch (RuntimeException failure) {
      fillings.remove();
      fail(first.view(), "cannot be built: " + failure.getMessage(), true);
      return;
    }
    fillings.remove();
    Track track = new Track(store, entries, early, List.of(first.view()), tree(first.head()));
    tracks.add(track);
    building.add(track);
  }

  private GrowingTree tree(TreeHead head) {
    return entries.tree(head).orElseThrow(() -> new LogException("The log no longer tells the root " + head.rootHex()
        + " for its first " + head.size() + " entries; run verify on this log"));
  }

  private <K, R> Filling<K, R> filling(Rebuild.Made<K, R> next) {
    Projection<K, R> projection = next.guarded().projection();
    return next.into(new LiveView<>(projection, store.build(projection), store.writer(), entries));
  }

  /** From one moment to the next, the new version is read and the old one no longer. */
  private void goLive(Track track) {
    building.remove(track);
    LiveView<?, ?> view = track.views().getFirst();
    store.transaction(() -> store.goLive(view.id(), view.projection().name()));
    for (Track each : List.copyOf(tracks)) {
      each.views().stream().filter(it -> it != view && isOf(it, view)).toList().forEach(each::leave);
      if (each.views().isEmpty()) {
        tracks.remove(each);
      }
    }
    board.replaceVersions(view.projection(),
        it -> it.reached(track.size() - 1, track.perSecond(), view.parked()).live());
  }

  private static boolean isOf(LiveView<?, ?> one, LiveView<?, ?> other) {
    return one.projection().name().equals(other.projection().name());
  }

  /** Lets tracks that have come equally far go on together. */
  private void join() {
    for (int i = 0; i < tracks.size(); i++) {
      for (int j = tracks.size() - 1; j > i; j--) {
        Track one = tracks.get(i);
        Track other = tracks.get(j);
        if (one.size() == other.size() && !building.contains(one) && !building.contains(other)) {
          one.joined(other);
          tracks.remove(j);
        }
      }
    }
  }
}
