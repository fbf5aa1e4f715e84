package org.communityledger.kernel;

/**
 * The event by which a place becomes known. It stands here because parties come before places and yet lie at them: a
 * rule can ask whether a place exists without knowing the context that registers it.
 */
public interface PlaceRegistration extends Creation {
  @Override
  PlaceId created();
}
