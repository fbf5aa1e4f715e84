package org.communityledger.projection.records;

/** What needs a second look, and why. */
public enum AnomalyKind {
  /** It lost its ground to an entry that came late, or came late and would have been refused on its own day. */
  LATE_CONFLICT("LateConflict"),
  /** It broke a rule of the world, and was recorded because it happened all the same. */
  IRREGULAR("Irregular"),
  /** A clerk concluded it from the source, which does not state it. */
  INFERRED_STEP("InferredStep"),
  /** Somebody came to a stage, and the dates only allow that they had stayed long enough at the one before. */
  STAY_UNPROVEN("StayUnproven"),
  /** A name was taken to stand for something, and nobody confirmed it. */
  ALIAS_UNCONFIRMED("AliasUnconfirmed"),
  /** The source cuts the name of an organisation off or leaves it out. */
  NAME_INCOMPLETE("NameIncomplete"),
  /** A part was planned and the whole is said to be done, or the whole was planned and a part is done. */
  PLAN_SCOPE_DIFFERS("PlanScopeDiffers"),
  /** That work was found wanting was taken back. */
  REJECTION_RETRACTED("RejectionRetracted"),
  /** A due date was moved after it had passed. */
  EXTENDED_AFTER_EXPIRY("ExtendedAfterExpiry"),
  /** A case was closed as answered or withdrawn, so that nothing had to be fixed. */
  CLOSED_WITHOUT_FIX("ClosedWithoutFix"),
  /** Something was given to people nobody names, although its terms can only be kept to by name. */
  CROWD_UNNAMED("CrowdUnnamed"),
  /** The organisation that owns a case rated how it was handled. */
  RATED_BY_OWNER("RatedByOwner"),
  /** The personal values of a case were forgotten while there was still something to do. */
  ERASED_WHILE_OPEN("ErasedWhileOpen");

  private final String word;

  AnomalyKind(String word) {
    this.word = word;
  }

  /** Its name, as figures have it: {@code AliasUnconfirmed}. */
  public String word() {
    return word;
  }
}
