package org.communityledger.projection.aid;

import org.communityledger.aid.Target;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.places.FrameRow;

/**
 * Rates of aid that take numbers of several views. Completion is out of what was set as a target, coverage out of those
 * who or what there is; one never stands for the other.
 */
public final class AidRates {
  private AidRates() {}

  /** Whether the target is a number of persons or households, reached by the different parties served. */
  public static boolean isOfParties(Target target) {
    Unit unit = target.amount().unit();
    return unit.equals(Unit.PERSON) || unit.equals(Unit.HOUSEHOLD);
  }

  /**
   * What was reached out of the target; what the target means stands with it.
   *
   * @param reached of a target in persons or households the different ones served, {@code aid.served} of
   *   {@link AidByRecipient}; of others what was given and not reversed
   * @throws IllegalArgumentException if the two count different things
   */
  public static Ratio completion(Target target, Tally reached) {
    requireAlike(reached, target.amount());
    return new Ratio(reached, target.amount(), target.means());
  }

  /**
   * The different parties or units served out of a frame; what the frame holds stands with it.
   *
   * @throws IllegalArgumentException if the two count different things
   */
  public static Ratio coverage(FrameRow frame, Tally served) {
    requireAlike(served, frame.size());
    return new Ratio(served, frame.size(), frame.what());
  }

  private static void requireAlike(Tally part, Tally whole) {
    if (!part.unit().equals(whole.unit())) {
      throw new IllegalArgumentException("A rate of " + part.unit() + " out of " + whole.unit() + " says nothing");
    }
  }
}
