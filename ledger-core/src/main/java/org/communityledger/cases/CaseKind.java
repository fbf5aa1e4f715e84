package org.communityledger.cases;

/** What sort of matter a case is. */
public enum CaseKind {
  HAZARD, NEED, APPEAL, QUERY
}
