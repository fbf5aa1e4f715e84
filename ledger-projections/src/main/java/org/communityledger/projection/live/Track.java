package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Entry;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.TreeHead;

/**
 * Views that are true for the same entries and are moved on together: each entry is read, hashed and decoded once for
 * all of them. Nothing is applied whose hash does not lead to the root the log tells. For one thread.
 */
final class Track {
  /**
   * The most entries of one transaction: rows many events touch are then written once, and readers wait part of a
   * second.
   */
  static final int BATCH = 4_096;

  private static final GrowingTree.TileSink NO_TILES = (level, index, hashes) -> {};

  private final ViewStore store;
  private final LedgerEntries entries;
  private final EarlyRetractions early;
  private final List<LiveView<?, ?>> views;
  private GrowingTree tree;
  private long applied;
  private long nanos;

  Track(
      ViewStore store,
      LedgerEntries entries,
      EarlyRetractions early,
      List<LiveView<?, ?>> views,
      GrowingTree tree) {
    this.store = store;
    this.entries = entries;
    this.early = early;
    this.views = new ArrayList<>(views);
    this.tree = tree;
  }

  /** The number of entries the views are true for. */
  long size() {
    return tree.size();
  }

  List<LiveView<?, ?>> views() {
    return views;
  }

  /** Moves the views of another track, which are true for the same entries, along with these. */
  Track joined(Track other) {
    views.addAll(other.views);
    return this;
  }

  /** Entries applied a second while there were some to apply; 0 as long as there were none. */
  double perSecond() {
    return nanos == 0 ? 0 : applied * 1e9 / nanos;
  }

  /** No longer moves a view. */
  void leave(LiveView<?, ?> view) {
    views.remove(view);
  }

  /**
   * Applies what waits, at most a batch, in one transaction.
   *
   * @param end the number of entries up to which there may be something
   * @return the views that can be moved no further and have left
   * @throws LogException if the log cannot be read, or does not tell the truth
   */
  List<Failure> step(long end) {
    long start = System.nanoTime();
    long from = tree.size();
    List<Entry> batch = entries.some(from, Math.min(end, from + BATCH));
    List<byte[]> hashes = batch.stream().map(it -> MerkleHash.leaf(it.leaf())).toList();
    requireRoot(grown(hashes).head());
    List<Failure> failures = new ArrayList<>();
    int told = tell(batch, failures);
    GrowingTree after = grown(hashes.subList(0, told));
    List<LiveView<?, ?>> ready = prepare(after.size(), failures);
    store.transaction(() -> {
      for (LiveView<?, ?> each : ready) {
        each.flush();
        store.advance(each.id(), after.head());
      }
      failures.forEach(it -> store.fail(it.view().id(), it.reason()));
    });
    tree = after;
    failures.forEach(it -> views.remove(it.view()));
    applied += told;
    nanos += System.nanoTime() - start;
    return failures;
  }

  /**
   * A view that can be moved no further.
   *
   * @param size the number of entries it is true for
   */
  record Failure(LiveView<?, ?> view, long size, String reason) {}

  private GrowingTree grown(List<byte[]> hashes) {
    GrowingTree grown = tree.copy();
    hashes.forEach(it -> grown.add(it, NO_TILES));
    return grown;
  }

  private void requireRoot(TreeHead read) {
    TreeHead told = entries.head(read.size());
    if (!told.equals(read)) {
      throw new LogException("The first " + read.size() + " entries read have the root " + read.rootHex()
          + ", but the log tells " + told.rootHex() + "; nothing after #" + (tree.size() - 1)
          + " is applied, run verify on this log");
    }
  }

  /** Tells all views of the entries up to the first one that some view fails at; returns how many that are. */
  private int tell(List<Entry> batch, List<Failure> failures) {
    for (int i = 0; i < batch.size(); i++) {
      Incoming incoming = incoming(entries.decode(batch.get(i)));
      List<Runnable> actions = new ArrayList<>();
      for (LiveView<?, ?> view : views) {
        try {
          actions.add(view.look(incoming));
        } catch (ViewStoreException | LogException e) {
          throw e;
        } catch (RuntimeException failure) {
          failures.add(new Failure(view, incoming.position(), "stopped at #" + incoming.position() + ", a "
              + batch.get(i).type() + ": " + failure.getMessage()));
        }
      }
      if (!failures.isEmpty()) {
        return i;
      }
      actions.forEach(Runnable::run);
    }
    return batch.size();
  }

  private Incoming incoming(RecordedEvent recorded) {
    boolean comesNext = recorded.corrects().isEmpty() && !early.contains(recorded.id());
    return new Incoming(entries.happening(recorded), early.takenBack(recorded, entries), comesNext);
  }

  private List<LiveView<?, ?>> prepare(long size, List<Failure> failures) {
    List<LiveView<?, ?>> ready = new ArrayList<>();
    for (LiveView<?, ?> view : views) {
      try {
        view.prepare(tree.size(), size);
        ready.add(view);
      } catch (ViewStoreException | LogException e) {
        throw e;
      } catch (RuntimeException failure) {
        failures.removeIf(it -> it.view() == view);
        failures.add(new Failure(view, tree.size(),
            "stopped between #" + tree.size() + " and #" + (size - 1) + ": " + failure.getMessage()));
      }
    }
    return ready;
  }
}
