package org.communityledger.projection.aid;

/** How far somebody came in a screening; each state lies behind those before it. */
public enum FunnelState {
  /** They have consented and are not examined. */
  REGISTERED,

  /** They are examined, and no follow-up was found necessary. */
  EXAMINED,

  /** They are to be followed up, and a follow-up is not done. */
  FOLLOW_UP_OPEN,

  /** They were followed up. */
  FOLLOW_UP_CLOSED
}
