package org.communityledger.aid;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;

/** What can be asked about stock. Items and whys are code words; quantities of a lot are whole numbers in its unit. */
public sealed interface StockCommand extends About {
  /**
   * Says that a lot came in.
   *
   * @param item what it is
   * @param quantity how many; a lot is exact, and has at least one
   * @param from who gave or sold it
   * @param at where it lies
   * @param bestBefore the last day on which it may be given out
   */
  record ReceiveStock(
      LotId lot,
      String item,
      Tally quantity,
      Optional<Party> from,
      SiteId at,
      Optional<LocalDate> bestBefore) implements StockCommand {
    public ReceiveStock {
      Texts.code("item", item);
      if (quantity.upper().filter(it -> it < 1).isPresent()) {
        throw new IllegalArgumentException("quantity must be 1 or more");
      }
    }

    /** A lot that does not perish, of which nobody says where it came from. */
    public static ReceiveStock of(LotId lot, String item, Tally quantity, SiteId at) {
      return new ReceiveStock(lot, item, quantity, Optional.empty(), at, Optional.empty());
    }

    /** The same, given or sold by somebody. */
    public ReceiveStock from(Party giver) {
      return new ReceiveStock(lot, item, quantity, Optional.of(giver), at, bestBefore);
    }

    /** The same, to be given out until a day. */
    public ReceiveStock bestBefore(LocalDate day) {
      return new ReceiveStock(lot, item, quantity, from, at, Optional.of(day));
    }

    @Override
    public Id subject() {
      return lot;
    }
  }

  /** Sends some of a lot from one site to another. It is at neither until it is accepted. */
  record DispatchStock(DispatchId dispatch, LotId lot, SiteId from, SiteId to, long quantity) implements StockCommand {
    public DispatchStock {
      requirePositive(quantity);
    }

    @Override
    public Id subject() {
      return dispatch;
    }
  }

  /** Says how much of a dispatch came; what did not is the shortfall, and is lost. */
  record AcceptStock(DispatchId dispatch, long quantityAccepted) implements StockCommand {
    public AcceptStock {
      requireNotNegative("quantityAccepted", quantityAccepted);
    }

    @Override
    public Id subject() {
      return dispatch;
    }
  }

  /** Says how much of a lot was found at a site, by the header's actor and in the presence of the witness. */
  record CountStock(LotId lot, SiteId at, long counted, PersonId witness) implements StockCommand {
    public CountStock {
      requireNotNegative("counted", counted);
    }

    @Override
    public Id subject() {
      return lot;
    }
  }

  /**
   * Says that some of a lot is spoilt or gone.
   *
   * @param why such as {@code EXPIRED} or {@code LOST}
   * @param approval the approval, for {@code aid.WriteOffStock} on the lot
   */
  record WriteOffStock(LotId lot, SiteId at, long quantity, String why, ApprovalId approval) implements StockCommand {
    public WriteOffStock {
      requirePositive(quantity);
      Texts.code("why", why);
    }

    @Override
    public Id subject() {
      return lot;
    }
  }

  private static void requirePositive(long quantity) {
    if (quantity < 1) {
      throw new IllegalArgumentException("quantity must be 1 or more, not " + quantity);
    }
  }

  private static void requireNotNegative(String field, long quantity) {
    if (quantity < 0) {
      throw new IllegalArgumentException(field + " must be 0 or more, not " + quantity);
    }
  }
}
