package org.communityledger.projection.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.communityledger.log.GrowingTree;
import org.communityledger.projection.Projection;
import org.communityledger.projection.live.Standing.State;

/**
 * What is to be done with each view after a start, made out of what the store holds and what the ledger is by now.
 * Throws away what is true for another ledger, and puts all views on the board.
 */
final class Plan {
  private static final System.Logger LOG = System.getLogger(Plan.class.getName());

  private final ViewStore store;
  private final LedgerEntries entries;
  private final EarlyRetractions early;
  private final Board board;
  private final Map<Long, Track> tracks = new TreeMap<>(Comparator.reverseOrder());
  private final List<Projection<?, ?>> missing = new ArrayList<>();

  Plan(
      ViewStore store,
      LedgerEntries entries,
      EarlyRetractions early,
      Board board,
      List<Projection<?, ?>> projections) {
    this.store = store;
    this.entries = entries;
    this.early = early;
    this.board = board;
    store.giveUpBuilding();
    projections.stream().collect(Collectors.groupingBy(Projection::name, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::plan);
  }

  /** The stored views to be moved on, those that are equally far together, the furthest first. */
  List<Track> tracks() {
    return List.copyOf(tracks.values());
  }

  /** The projections to be built. */
  List<Projection<?, ?>> missing() {
    return missing;
  }

  private void plan(String name, List<Projection<?, ?>> versions) {
    Projection<?, ?> newest = versions.stream().max(Comparator.comparingInt(Projection::version)).orElseThrow();
    Optional<StoredVersion> found = store.live(name);
    Optional<GrowingTree> tree = found.flatMap(it -> entries.tree(it.applied()));
    if (found.isPresent() && tree.isPresent()) {
      keep(found.get(), tree.get(), versions);
    }
    if (tree.isEmpty() || found.filter(it -> it.version() == newest.version()).isEmpty()) {
      missing.add(newest);
      board.put(Standing.of(newest, State.BUILDING, 0)
          .found(found.filter(it -> tree.isEmpty()).map(this::throwAway)));
    }
  }

  /** A version whose code is here is moved on; another one is only read until its successor is there. */
  private void keep(StoredVersion found, GrowingTree tree, List<Projection<?, ?>> versions) {
    Optional<Projection<?, ?>> known = versions.stream().filter(it -> it.version() == found.version()).findFirst();
    Projection<?, ?> projection = known.orElseGet(() -> new Versioned<>(versions.getFirst(), found.version()));
    Standing standing = Standing.of(projection, State.LIVE, found.applied().size());
    if (known.isEmpty()) {
      board.put(standing.old());
    } else if (found.failure().isPresent()) {
      board.put(standing.failed(found.failure().get()));
    } else {
      LiveView<?, ?> view = new LiveView<>(projection, found.id(), store.writer(), entries);
      Track track = new Track(store, entries, early, List.of(view), tree);
      tracks.merge(track.size(), track, Track::joined);
      board.put(standing.reached(track.size() - 1, 0, view.parked()));
    }
  }

  private String throwAway(StoredVersion found) {
    store.drop(found.id());
    long size = entries.size();
    String finding = size < found.applied().size()
        ? "The ledger has " + size + " entries, but " + found.applied().size() + " were applied"
        : "The first " + found.applied().size() + " entries of the ledger are not those that were applied";
    LOG.log(System.Logger.Level.WARNING, found + ": " + finding + "; the view is built again");
    return finding + ": it is an older copy or another ledger, and the view was built again";
  }
}
