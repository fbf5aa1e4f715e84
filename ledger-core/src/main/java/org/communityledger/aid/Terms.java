package org.communityledger.aid;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.ProgrammeId;

/**
 * What a programme's deliveries are bound by. Each change makes another version; a round keeps the one it opened with.
 *
 * @param limit how often one party is served; as often as they come if empty
 * @param quota how many parties are served at most: in each round, or in the whole programme if it has no rounds
 * @param requiresEntitlement whether only those are served who were granted it before
 * @param crowdAllowed whether it may be given to people nobody names
 * @param excludes programmes of which nobody who has one may have the other
 * @param eligibility who may have it; everybody if empty
 * @param target how much is to be reached, where that was said
 * @param consent whether a party must have consented; in sensitive programmes they must in any case
 */
public record Terms(
    Optional<Limit> limit,
    Optional<Long> quota,
    boolean requiresEntitlement,
    boolean crowdAllowed,
    List<ProgrammeId> excludes,
    Optional<Eligibility> eligibility,
    Optional<Target> target,
    boolean consent) {
  public Terms {
    excludes = excludes.stream().distinct().toList();
  }

  /** Everybody is served who comes by name, as often as they come. */
  public static Terms none() {
    return new Terms(Optional.empty(), Optional.empty(), false, false, List.of(), Optional.empty(), Optional.empty(),
        false);
  }

  /** The same, for each party at most this often. */
  public Terms limitedTo(Limit most) {
    return new Terms(Optional.of(most), quota, requiresEntitlement, crowdAllowed, excludes, eligibility, target,
        consent);
  }

  /** The same, for at most so many parties. */
  public Terms withQuota(long parties) {
    return new Terms(limit, Optional.of(parties), requiresEntitlement, crowdAllowed, excludes, eligibility, target,
        consent);
  }

  /** The same, for those only who were granted it. */
  public Terms withEntitlement() {
    return new Terms(limit, quota, true, crowdAllowed, excludes, eligibility, target, consent);
  }

  /** The same, also for people nobody names. */
  public Terms withCrowds() {
    return new Terms(limit, quota, requiresEntitlement, true, excludes, eligibility, target, consent);
  }

  /** The same, not for those who have one of these. */
  public Terms excluding(ProgrammeId... programmes) {
    return new Terms(limit, quota, requiresEntitlement, crowdAllowed, List.of(programmes), eligibility, target,
        consent);
  }

  /** The same, for those only. */
  public Terms onlyFor(Eligibility those) {
    return new Terms(limit, quota, requiresEntitlement, crowdAllowed, excludes, Optional.of(those), target, consent);
  }

  /** The same, to reach that much. */
  public Terms aimingAt(Target aim) {
    return new Terms(limit, quota, requiresEntitlement, crowdAllowed, excludes, eligibility, Optional.of(aim), consent);
  }

  /** The same, with the consent of each party. */
  public Terms withConsent() {
    return new Terms(limit, quota, requiresEntitlement, crowdAllowed, excludes, eligibility, target, true);
  }
}
