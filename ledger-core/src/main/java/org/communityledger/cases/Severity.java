package org.communityledger.cases;

/** How grave a case is. */
public enum Severity {
  HIGH, MEDIUM, LOW, UNRATED
}
