package org.communityledger.projection.live;

import java.util.Optional;
import java.util.function.Function;
import org.communityledger.access.Caller;
import org.communityledger.projection.Projection;
import org.communityledger.projection.View;

/** Live views as one caller may see them; see {@link Live#as}. Immutable and safe for many threads. */
public final class LiveSession {
  private final Live live;
  private final Caller caller;

  LiveSession(Live live, Caller caller) {
    this.live = live;
    this.caller = caller;
  }

  /**
   * Reads a view in the state of one moment; see {@link Live#read}.
   *
   * @throws org.communityledger.access.AccessDenied if it is restricted and the caller may not see it
   * @throws ViewNotReady as {@link Live#read} does
   * @throws IllegalArgumentException as {@link Live#read} does
   */
  public <K, R, T> T read(Projection<K, R> projection, Function<View<K, R>, T> reading) {
    return live.read(Optional.of(caller), projection, reading);
  }

  /** The row of a key, with the position it is true for; like {@link #read}. */
  public <K, R> Dated<R> row(Projection<K, R> projection, K key) {
    return read(projection, view -> new Dated<>(view.position(), view.row(key)));
  }
}
