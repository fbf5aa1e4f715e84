package org.communityledger.aid;

import static java.util.Objects.requireNonNull;
import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidRefusal.ReturnsMoreThanGiven;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LotId;
import org.communityledger.records.Approval;
import org.communityledger.records.ApprovalReadings;

/** The rule sheet of reversals. */
final class ReversalRules {
  private static final String ACT = "aid.ReverseDelivery";

  private ReversalRules() {}

  static Decision reverse(ReverseDelivery command, Header header, ToReverse found) {
    Delivery d = found.delivery();
    if (d.objection().isPresent()) return d.objection().get();
    if (header.reason().isEmpty()) return refuse(new ReasonMissing(ACT));
    Step<MovesStock> made = d.made().orElseThrow();
    Map<LotId, Long> taken = d.taken();
    for (LotQuantity each : command.backToLot()) {
      long given = taken.getOrDefault(each.lot(), 0L);
      if (each.quantity() > given) {
        return refuse(new ReturnsMoreThanGiven(command.delivery(), each.lot(), given), made.position());
      }
    }
    Optional<Decision> objection = found.approval().objection(ACT, command.delivery().tag(), header);
    if (objection.isPresent()) return objection.get();
    return accept(new DeliveryReversed(command.delivery(), made.id(), d.programme(), d.round(),
        d.toParty().map(Delivered::party), d.lines(), d.at(), command.backToLot(),
        notReturned(made.fact(), command), Optional.of(command.approval()),
        found.quota().map(it -> it.changedBy(change(d, found.isCountedOtherwise()))),
        moves(made.fact(), command, found),
        List.copyOf(d.tags())));
  }

  private static List<LotQuantity> notReturned(MovesStock made, ReverseDelivery command) {
    List<LotQuantity> missing = new ArrayList<>();
    for (StockMove each : made.moves()) {
      long lost = -each.change() - returned(each.lot(), command);
      if (lost > 0) {
        missing.add(new LotQuantity(each.lot(), lost));
      }
    }
    return missing;
  }

  private static long returned(LotId lot, ReverseDelivery command) {
    return command.backToLot().stream().filter(it -> it.lot().equals(lot)).mapToLong(LotQuantity::quantity).sum();
  }

  /** Also a lot of which nothing came back is there with its balance: the event carries its tag. */
  private static List<StockMove> moves(MovesStock made, ReverseDelivery command, ToReverse found) {
    return made.moves().stream()
        .map(it -> requireNonNull(found.stock().get(it.lot())).move(returned(it.lot(), command))).toList();
  }

  private static long change(Delivery d, boolean isCountedOtherwise) {
    return d.toCrowd().flatMap(DeliveredToCrowd::quota).map(it -> -it.change())
        .orElse(isCountedOtherwise ? 0L : -1L);
  }

  static Reading<ToReverse> toReverse(ReverseDelivery command) {
    return Delivery.reading(command.delivery()).and(ApprovalReadings.given(command.approval()),
        (delivery, approval) -> new ToReverse(delivery, approval, Map.of(), Optional.empty(), false))
        .then(so -> so.delivery().objection().isPresent() ? Reading.known(so) : withTotals(so));
  }

  private static Reading<ToReverse> withTotals(ToReverse so) {
    MovesStock made = so.delivery().made().orElseThrow().fact();
    return Reading.ofEach(made.moves(), it -> Stock.at(it.lot(), it.site()))
        .map(found -> new ToReverse(so.delivery(), so.approval(), byLot(found), Optional.empty(), false))
        .and(quota(so.delivery()).and(isCountedOtherwise(so.delivery()), Counted::new),
            (with, counted) -> new ToReverse(with.delivery(), with.approval(), with.stock(), counted.quota(),
                counted.otherwise()));
  }

  private record Counted(Optional<Quota> quota, boolean otherwise) {}

  private static Map<LotId, Stock> byLot(Map<StockMove, Stock> found) {
    return found.values().stream().collect(Collectors.toUnmodifiableMap(Stock::lot, it -> it));
  }

  private static Reading<Optional<Quota>> quota(Delivery d) {
    return d.toParty().filter(it -> it.quota().isPresent()).map(it -> Quota.of(it.programme(), it.round()))
        .or(() -> d.toCrowd().filter(it -> it.quota().isPresent()).map(it -> Quota.of(it.programme(), it.round())))
        .<Reading<Optional<Quota>>>map(it -> it.map(Optional::of)).orElse(Reading.known(Optional.empty()));
  }

  /** Whether the party stays counted: it got something else in the round, or may. */
  private static Reading<Boolean> isCountedOtherwise(Delivery d) {
    Optional<Delivered> counted = d.toParty().filter(it -> it.quota().isPresent());
    if (counted.isEmpty()) return Reading.known(false);
    Delivered made = counted.get();
    return Held.deliveries(AidTags.served(made.programme(), made.round(), made.party()),
        it -> it.round().equals(made.round()) && it.party().equals(made.party())
            && !it.delivery().equals(made.delivery()))
        .and(Held.entitlements(AidTags.entitled(made.programme(), made.round(), made.party()),
            it -> it.round().equals(made.round()) && it.party().equals(made.party())),
            (given, granted) -> !given.isEmpty() || !granted.isEmpty());
  }

  /**
   * What a reversal depends on.
   *
   * @param delivery the delivery
   * @param approval the approval cited
   * @param stock what is left of the lots it took from, where it took it
   * @param quota how many parties are counted, if they are
   * @param isCountedOtherwise whether the party stays counted
   */
  record ToReverse(
      Delivery delivery,
      Approval approval,
      Map<LotId, Stock> stock,
      Optional<Quota> quota,
      boolean isCountedOtherwise) {}
}
