package org.communityledger.architecture.broken.places;

/** Allowed: readings yield it. */
public record Estate(Size size) {
  /** Part of what readings yield. */
  public record Size(int homes) {}
}
