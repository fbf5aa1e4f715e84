package org.communityledger.projection.aid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.When;

/**
 * The chain of hands through which a lot went before it was given out, in the order in which it counts.
 *
 * @param lot the lot
 * @param hands who did what with it; what was taken back is struck out
 * @param position the position of the last event about it
 */
public record CustodyRow(LotId lot, List<Hand> hands, long position) {
  public CustodyRow {
    hands = List.copyOf(hands);
  }

  /** What was done with a lot. */
  public enum Act {
    /** It came in. */
    RECEIVED,
    /** It was sent off. */
    DISPATCHED,
    /** It was accepted at the other end. */
    ACCEPTED,
    /** It was counted. */
    COUNTED,
    /** It was written off. */
    WRITTEN_OFF
  }

  /**
   * One pair of hands.
   *
   * @param act what was done
   * @param by by whom
   * @param onBehalfOf for which organisation
   * @param giver who gave or sold it, if it was received and somebody says so
   * @param from which site it left, if it moved
   * @param at where it was, or goes to
   * @param quantity how much, in the lot's unit
   * @param when when, no more exact than stated
   * @param isStruckOut whether it was taken back
   * @param position the position of the event
   */
  public record Hand(
      Act act,
      Party by,
      Optional<OrgId> onBehalfOf,
      Optional<Party> giver,
      Optional<SiteId> from,
      SiteId at,
      long quantity,
      When when,
      boolean isStruckOut,
      long position) {}

  CustodyRow and(Hand hand) {
    List<Hand> more = new ArrayList<>(hands);
    more.add(hand);
    return new CustodyRow(lot, more, Math.max(position, hand.position()));
  }
}
