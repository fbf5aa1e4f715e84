package org.communityledger.kernel;

import java.util.Optional;

/**
 * The time for which somebody holds something, in days no more exact than the source. On its last day a successor may
 * already begin.
 *
 * @param from its first day
 * @param until its last day; empty if it is open
 */
public record Tenure(When from, Optional<When> until) {
  public Tenure {
    checkDays("from", from);
    until.ifPresent(it -> checkDays("until", it));
  }

  private static void checkDays(String field, When when) {
    if (when.instant().isPresent()) {
      throw new IllegalArgumentException(field + " must be a day or days, without an instant");
    }
  }

  /** Whether it was over before it can have begun: nobody ever held anything. */
  public boolean isVoid() {
    return until.filter(it -> it.isSurelyBefore(from)).isPresent();
  }

  /** Whether there is a day, not only the last of one and first of the other, that surely lies in both. */
  public boolean surelyOverlaps(Tenure other) {
    return !isVoid() && !other.isVoid() && surelyBeginsWithin(other) && other.surelyBeginsWithin(this);
  }

  /** An open one goes on for ever: whatever begins, whenever that is, begins before its end. */
  private boolean surelyBeginsWithin(Tenure other) {
    return other.until.isEmpty() || from.isSurelyBefore(other.until.get());
  }

  /** Whether it can have covered what happened then; false only if one was surely over before the other began. */
  public boolean mayCover(When when) {
    return !isVoid() && !when.isSurelyBefore(from) && until.filter(it -> it.isSurelyBefore(when)).isEmpty();
  }
}
