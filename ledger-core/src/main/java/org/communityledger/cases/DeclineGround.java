package org.communityledger.cases;

/** Why a case is not taken up. */
public enum DeclineGround {
  /** Somebody else is responsible; the case is referred to them. */
  NOT_RESPONSIBLE,
  /** What was reported is not so. */
  UNFOUNDED,
  /** What was reported cannot be understood or found. */
  UNCLEAR
}
