package org.communityledger.membership;

import java.util.List;

/**
 * The ladder that comes with the library, for whoever defines it: applicant (18 years or more), activist (a year or more),
 * development candidate, probationary member (a year or more), full member. Other waits are local and left out.
 */
public final class ShippedLadder {
  /** Its stages, in order. */
  public static final List<LadderStage> STAGES = List.of(
      LadderStage.of("applicant", "branch", "application").from(18),
      LadderStage.of("activist", "branch-committee", "recommendation").staying(Stay.ofYears(1)),
      LadderStage.of("development-candidate", "branch-committee", "opinions"),
      LadderStage.of("probationary", "branch-assembly", "review").staying(Stay.ofYears(1)),
      LadderStage.of("full", "branch-assembly", "resolution"));

  private ShippedLadder() {}
}
