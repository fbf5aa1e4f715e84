package org.communityledger.projection.cases;

/**
 * How the three rates are computed, because local rules differ.
 *
 * @param satisfiedFrom from which mark on somebody is satisfied, 1 to 5
 * @param unanswered what becomes of a question that was not asked or answered
 * @param counting which ratings of a case count
 */
public record RatesPolicy(int satisfiedFrom, Unanswered unanswered, Counting counting) {
  /** Satisfied from 4 on; what is not known to be so does not count as so; each rating counts. */
  public static final RatesPolicy USUAL = new RatesPolicy(4, Unanswered.NO, Counting.EVERY_RATING);

  public RatesPolicy {
    if (satisfiedFrom < 1 || satisfiedFrom > 5) {
      throw new IllegalArgumentException("satisfiedFrom is 1 to 5, not " + satisfiedFrom);
    }
  }

  /** What becomes of a question that was not answered. */
  public enum Unanswered {
    /** It counts in the whole and not in the part. */
    NO,
    /** It may have been a yes: the part is an interval. */
    IN_DOUBT,
    /** It counts in neither. */
    LEFT_OUT
  }

  /** Which ratings of a case count. */
  public enum Counting {
    /** All of them; a case that was reopened has several. */
    EVERY_RATING,
    /** The last one. */
    LAST_RATING
  }
}
