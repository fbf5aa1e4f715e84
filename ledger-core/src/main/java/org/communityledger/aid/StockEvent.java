package org.communityledger.aid;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Located;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UsesApproval;

/** What happened to stock before it was given out. Quantities are in the lot's unit. */
public sealed interface StockEvent extends Event {
  LotId lot();

  /**
   * A lot came in; see {@link StockCommand.ReceiveStock}.
   *
   * @param quantity how many, exactly
   * @param place where the site was opened
   */
  record StockReceived(
      LotId lot,
      String item,
      Tally quantity,
      Optional<Party> from,
      SiteId at,
      PlaceId place,
      Optional<LocalDate> bestBefore) implements StockEvent, Located, MovesStock {
    @Override
    public Id created() {
      return lot;
    }

    @Override
    public PlaceId whereabouts() {
      return place;
    }

    @Override
    public List<StockMove> moves() {
      return List.of(new StockMove(lot, at, quantity.lower(), quantity.lower()));
    }

    @Override
    public Set<Tag> tags() {
      return and(Tag.allPresent(Optional.of(at), from), moves());
    }
  }

  /** Some of a lot left a site for another; {@code balance} is left at the first. */
  record StockDispatched(DispatchId dispatch, LotId lot, SiteId from, SiteId to, long quantity, long balance)
      implements
        StockEvent,
        Creation,
        MovesStock {
    @Override
    public Id created() {
      return dispatch;
    }

    @Override
    public List<StockMove> moves() {
      return List.of(new StockMove(lot, from, -quantity, balance));
    }

    @Override
    public Set<Tag> tags() {
      return and(Tag.allOf(dispatch, from, to), moves());
    }
  }

  /**
   * What is left of a dispatch came to the other site.
   *
   * @param dispatched the event by which it left
   * @param quantity how much came
   * @param shortfall how much did not, and is lost
   * @param balance how much there is at the other site now
   */
  record StockAccepted(
      DispatchId dispatch,
      EventId dispatched,
      LotId lot,
      SiteId from,
      SiteId to,
      long quantity,
      long shortfall,
      long balance) implements StockEvent, MovesStock {
    @Override
    public List<StockMove> moves() {
      return List.of(new StockMove(lot, to, quantity, balance));
    }

    @Override
    public Set<Tag> tags() {
      return and(Tag.allOf(dispatch, dispatched, from, to), moves());
    }
  }

  /**
   * A lot was counted at a site. It changes nothing about what is left: only a write-off does.
   *
   * @param counted how much was found
   * @param difference how much more that is than there should be; negative if it is less
   */
  record StockCounted(LotId lot, SiteId at, long counted, long difference, PersonId witness) implements StockEvent {
    @Override
    public Set<Tag> tags() {
      return Set.of(lot.tag(), at.tag(), StockMove.tag(lot, at));
    }
  }

  /** Some of a lot is spoilt or gone; {@code balance} is left at the site. */
  record StockWrittenOff(
      LotId lot,
      SiteId at,
      long quantity,
      String why,
      Optional<ApprovalId> approval,
      long balance) implements StockEvent, UsesApproval, MovesStock {
    @Override
    public List<StockMove> moves() {
      return List.of(new StockMove(lot, at, -quantity, balance));
    }

    @Override
    public Set<Tag> tags() {
      return and(Tag.allPresent(Optional.of(at), approval), moves());
    }
  }

  private static Set<Tag> and(Set<Tag> tags, List<StockMove> moves) {
    Set<Tag> all = new HashSet<>(tags);
    moves.forEach(it -> all.addAll(it.tags()));
    return Set.copyOf(all);
  }
}
