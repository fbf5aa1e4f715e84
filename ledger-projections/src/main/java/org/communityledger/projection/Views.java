package org.communityledger.projection;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communityledger.access.Access;
import org.communityledger.access.Caller;
import org.communityledger.codec.RowCodec;
import org.communityledger.log.TreeHead;

/** The views of several projections, all true for the same state of the log. Immutable. */
public final class Views {
  private final TreeHead head;
  private final AsOf asOf;
  private final Map<String, MemoryView<?, ?>> views;
  private final Access access;
  private final Optional<Caller> caller;

  Views(TreeHead head, AsOf asOf, Map<String, Fold<?, ?>> folds, RowCodec codec, Access access,
      Optional<Caller> caller) {
    this.head = head;
    this.asOf = asOf;
    this.views = folds.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
        it -> new MemoryView<>(it.getValue(), head.size(), codec)));
    this.access = access;
    this.caller = caller;
  }

  private Views(Views views, Caller caller) {
    this.head = views.head;
    this.asOf = views.asOf;
    this.views = views.views;
    this.access = views.access;
    this.caller = Optional.of(caller);
  }

  /** The same views as somebody may see them; needed for those that are restricted. */
  public Views as(Caller other) {
    return new Views(this, other);
  }

  /** The state of the log for which the rows are true: its size, so that size - 1 is the last position, and its root. */
  public TreeHead head() {
    return head;
  }

  /** The moment that was asked for. */
  public AsOf asOf() {
    return asOf;
  }

  /**
   * The view of a projection.
   *
   * @throws org.communityledger.access.AccessDenied if it is restricted and the caller may not see it
   * @throws IllegalArgumentException if the projection was not part of the replay
   */
  @SuppressWarnings("unchecked") // a view has the types of its projection, and the classes are the same
  public <K, R> View<K, R> view(Projection<K, R> projection) {
    MemoryView<?, ?> view = views.get(projection.name());
    if (view == null || !view.isOf(projection)) {
      throw new IllegalArgumentException(
          projection.name() + " v" + projection.version() + " was not replayed; there are " + views.keySet());
    }
    view.projection().restrictedTo().ifPresent(it -> access.require(caller, it));
    return (View<K, R>) view;
  }

  /**
   * The rows of a projection by key, in the order in which the keys first appeared. Unmodifiable.
   *
   * @throws org.communityledger.access.AccessDenied if it is restricted and the caller may not see it
   * @throws IllegalArgumentException if the projection was not part of the replay
   */
  public <K, R> Map<K, R> rows(Projection<K, R> projection) {
    return view(projection).rows();
  }

  /**
   * The row of one key.
   *
   * @throws org.communityledger.access.AccessDenied if the view is restricted and the caller may not see it
   * @throws IllegalArgumentException if the projection was not part of the replay
   */
  public <K, R> Optional<R> row(Projection<K, R> projection, K key) {
    return view(projection).row(key);
  }
}
