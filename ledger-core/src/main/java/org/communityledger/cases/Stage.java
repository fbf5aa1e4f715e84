package org.communityledger.cases;

/** Where a case stands. */
public enum Stage {
  REPORTED, ACCEPTED, ASSIGNED, WORKING, DONE, VERIFIED, CLOSED, DECLINED, DUPLICATE, SUSPENDED
}
