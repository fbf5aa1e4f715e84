package org.communityledger.aid;

/** What became of an entitlement. */
public enum EntitlementState {
  /** Nothing of it was given yet. */
  GRANTED,
  /** Some of it was given. */
  PART,
  /** All of it was given. */
  FULFILLED,
  /** What was not given yet is not to be had any more. */
  REVOKED,
  /** Its last day has passed before all of it was given. */
  LAPSED
}
