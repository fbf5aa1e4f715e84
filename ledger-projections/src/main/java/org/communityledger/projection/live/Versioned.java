package org.communityledger.projection.live;

import org.communityledger.projection.DelegatingProjection;
import org.communityledger.projection.Projection;

/** A projection under another version: rows of an older one are read as those of the newer one until that is built. */
final class Versioned<K, R> extends DelegatingProjection<K, R> {
  private final int version;

  /**
   * The projection as it is known here.
   *
   * @param version the version of the rows
   */
  Versioned(Projection<K, R> projection, int version) {
    super(projection);
    this.version = version;
  }

  @Override
  public int version() {
    return version;
  }

  /** The version that is not built yet. */
  int awaited() {
    return super.version();
  }
}
