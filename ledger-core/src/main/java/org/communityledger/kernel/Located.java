package org.communityledger.kernel;

import java.util.Optional;

/** An event that brings something into being which lies at a place. */
public interface Located extends Locatable {
  /** The place it lies at. */
  PlaceId whereabouts();

  @Override
  default Optional<PlaceId> location() {
    return Optional.of(whereabouts());
  }
}
