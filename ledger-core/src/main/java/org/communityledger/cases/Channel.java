package org.communityledger.cases;

/** By which way a case came in. */
public enum Channel {
  PATROL, VISIT, HOTLINE, MEETING, RESIDENT, SURVEY, PARTNER
}
