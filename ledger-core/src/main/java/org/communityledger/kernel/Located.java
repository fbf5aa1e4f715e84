package org.communityledger.kernel;

/** An event that brings something into being which lies at a place. */
public interface Located extends Creation {
  /** The place it lies at. */
  PlaceId whereabouts();
}
