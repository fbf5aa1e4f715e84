package org.communityledger.cases;

/** How a case ended. Closed is not fixed. */
public enum CaseOutcome {
  FIXED, PARTLY_FIXED, ANSWERED, NOT_FIXED, REFERRED, WITHDRAWN
}
