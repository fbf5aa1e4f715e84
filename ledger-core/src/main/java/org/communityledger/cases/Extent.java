package org.communityledger.cases;

/** How much of the matter was planned or done. */
public enum Extent {
  PART, WHOLE, UNKNOWN
}
