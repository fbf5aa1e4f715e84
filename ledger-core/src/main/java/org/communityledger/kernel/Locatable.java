package org.communityledger.kernel;

import java.util.Optional;

/** An event that brings something into being which may lie at a place. */
public interface Locatable extends Creation {
  /** The place it lies at; empty if it lies at none, or nobody says where. */
  Optional<PlaceId> location();
}
