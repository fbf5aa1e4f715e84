package org.communityledger.projection;

import java.util.Map;
import java.util.Optional;
import org.communityledger.log.TreeHead;

/** The rows of several projections, all true for the same state of the log. Immutable. */
public final class Views {
  private final TreeHead head;
  private final Map<String, Fold<?, ?>> folds;

  Views(TreeHead head, Map<String, Fold<?, ?>> folds) {
    this.head = head;
    this.folds = Map.copyOf(folds);
  }

  /** The state of the log for which the rows are true: its size, so that size - 1 is the last position, and its root. */
  public TreeHead head() {
    return head;
  }

  /**
   * The rows of a projection by key, in the order in which the keys first appeared. Unmodifiable.
   *
   * @throws IllegalArgumentException if the projection was not part of the replay
   */
  @SuppressWarnings("unchecked") // a fold has the types of its projection, and the classes are the same
  public <K, R> Map<K, R> rows(Projection<K, R> projection) {
    Fold<?, ?> fold = folds.get(projection.name());
    if (fold == null || !fold.isOf(projection)) {
      throw new IllegalArgumentException(
          projection.name() + " v" + projection.version() + " was not replayed; there are " + folds.keySet());
    }
    return (Map<K, R>) fold.rows();
  }

  /** The row of one key. */
  public <K, R> Optional<R> row(Projection<K, R> projection, K key) {
    return Optional.ofNullable(rows(projection).get(key));
  }
}
