package org.communityledger.places;

/** How an asset was found when it was inspected. */
public enum Condition {
  OK, FAULT, UNSAFE
}
