package org.communityledger.kernel;

import java.util.Optional;

/**
 * The event by which a place becomes known. It stands here because parties come before places and yet lie at them: a
 * rule can ask whether a place exists without knowing the context that registers it.
 */
public interface PlaceRegistration extends Located {
  @Override
  PlaceId created();

  /** The place it lies in; empty if it is the outermost. */
  Optional<PlaceId> parent();

  @Override
  default PlaceId whereabouts() {
    return created();
  }
}
