package org.communityledger.aid;

/** What a programme gives. */
public enum ProgrammeKind {
  /** Things to keep. */
  GOODS,
  /** Meals. */
  MEAL,
  /** Services done for somebody. */
  SERVICE,
  /** Health screening. That somebody takes part is itself sensitive. */
  SCREENING,
  /** Training. */
  TRAINING,
  /** Dealing with an authority on somebody's behalf. */
  AGENCY;

  /** Whether that somebody takes part is itself sensitive, so that they take part under a surrogate, with consent. */
  public boolean isSensitive() {
    return this == SCREENING;
  }
}
