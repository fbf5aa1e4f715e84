package org.communityledger.aid;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.StockCommand.AcceptStock;
import org.communityledger.aid.StockCommand.CountStock;
import org.communityledger.aid.StockCommand.DispatchStock;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockCommand.WriteOffStock;
import org.communityledger.aid.StockEvent.StockAccepted;
import org.communityledger.aid.StockEvent.StockCounted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.aid.StockEvent.StockWrittenOff;
import org.communityledger.aid.StockRefusal.AcceptsOwnDispatch;
import org.communityledger.aid.StockRefusal.AlreadyDispatched;
import org.communityledger.aid.StockRefusal.DispatchToItself;
import org.communityledger.aid.StockRefusal.InexactStock;
import org.communityledger.aid.StockRefusal.LotExists;
import org.communityledger.aid.StockRefusal.NotDispatched;
import org.communityledger.aid.StockRefusal.WitnessIsCounter;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PlaceId;
import org.communityledger.parties.PartyReadings;
import org.communityledger.places.PlaceReadings;
import org.communityledger.records.Approval;
import org.communityledger.records.ApprovalReadings;

/** The rule sheet of stock: receiving, moving, counting and writing off. Giving out has its own. */
final class StockRules {
  private StockRules() {}

  /** The context with what stock adds to it. */
  static Context.Builder addedTo(Context.Builder aid) {
    return aid
        .event("StockReceived", 1, StockReceived.class)
        .event("StockDispatched", 1, StockDispatched.class)
        .event("StockAccepted", 1, StockAccepted.class)
        .event("StockCounted", 1, StockCounted.class)
        .event("StockWrittenOff", 1, StockWrittenOff.class)
        .command("ReceiveStock", ReceiveStock.class, StockRules::toReceive, StockRules::receive)
        .command("DispatchStock", DispatchStock.class, StockRules::toDispatch, StockRules::dispatch)
        .command("AcceptStock", AcceptStock.class, StockRules::toAccept, StockRules::accepted)
        .command("CountStock", CountStock.class, StockRules::toCount, StockRules::count)
        .command("WriteOffStock", WriteOffStock.class, StockRules::toWriteOff, StockRules::writeOff)
        .place(ReceiveStock.class, it -> Whereabouts.of(it.at().tag()))
        .place(DispatchStock.class, it -> Whereabouts.of(it.from().tag()))
        .place(AcceptStock.class, it -> Dispatch.destination(it.dispatch()))
        .place(CountStock.class, it -> Whereabouts.of(it.at().tag()))
        .place(WriteOffStock.class, it -> Whereabouts.of(it.at().tag()));
  }

  static Decision receive(ReceiveStock command, Header header, ToReceive found) {
    if (found.objection().isPresent()) return found.objection().get();
    if (found.lot().isKnown()) return found.lot().refuseTaken(new LotExists(command.lot()));
    if (!command.quantity().isExact()) return refuse(new InexactStock(command.lot(), command.quantity()));
    return accept(new StockReceived(command.lot(), command.item(), command.quantity(), command.from(), command.at(),
        found.place().orElseThrow(), command.bestBefore()));
  }

  private static Reading<ToReceive> toReceive(ReceiveStock command) {
    Reading<Optional<Decision>> objection = PlaceReadings.objectionTo(command.at())
        .and(Existence.firstMissing(command.from().stream().map(PartyReadings::registered).toList()),
            StockRules::first);
    return objection.and(StockReadings.received(command.lot()), (found, lot) -> new ToReceive(found, lot,
        Optional.empty()))
        .and(PlaceReadings.placeOf(command.at()), (so, place) -> new ToReceive(so.objection(), so.lot(), place));
  }

  /** What receiving depends on: whether site and giver are there, whether the lot is, and where the site is. */
  record ToReceive(Optional<Decision> objection, Existence lot, Optional<PlaceId> place) {}

  static Decision dispatch(DispatchStock command, Header header, ToDispatch found) {
    if (found.objection().isPresent()) return found.objection().get();
    if (found.dispatch().isKnown()) return found.dispatch().refuseTaken(new AlreadyDispatched(command.dispatch()));
    if (command.from().equals(command.to())) return refuse(new DispatchToItself(command.dispatch(), command.to()));
    Optional<Decision> objection = found.stock().objectionToTaking(command.quantity());
    if (objection.isPresent()) return objection.get();
    return accept(new StockDispatched(command.dispatch(), command.lot(), command.from(), command.to(),
        command.quantity(), found.stock().move(-command.quantity()).balance()));
  }

  private static Reading<ToDispatch> toDispatch(DispatchStock command) {
    Reading<Optional<Decision>> objection = Existence.firstMissing(List.of(StockReadings.received(command.lot()),
        PlaceReadings.opened(command.from()))).and(PlaceReadings.objectionTo(command.to()), StockRules::first);
    return objection.and(
        StockReadings.dispatched(command.dispatch()).and(Stock.at(command.lot(), command.from()), Outgoing::new),
        (found, outgoing) -> new ToDispatch(found, outgoing.dispatch(), outgoing.stock()));
  }

  private record Outgoing(Existence dispatch, Stock stock) {}

  /** What dispatching depends on: whether lot and sites are there, whether the dispatch is, and what is left. */
  record ToDispatch(Optional<Decision> objection, Existence dispatch, Stock stock) {}

  static Decision accepted(AcceptStock command, Header header, ToAccept found) {
    if (found.missing().isPresent()) return found.missing().get();
    Dispatch.Sending sending = found.dispatch().sending().orElseThrow();
    long sent = sending.what().quantity();
    if (found.dispatch().accepted().isPresent()) {
      return refuse(new NotDispatched(command.dispatch(), command.quantityAccepted(), 0),
          found.dispatch().accepted().get());
    }
    if (command.quantityAccepted() > sent) {
      return refuse(new NotDispatched(command.dispatch(), command.quantityAccepted(), sent), sending.position());
    }
    if (sending.by().equals(header.actor().who())) {
      return refuse(new AcceptsOwnDispatch(command.dispatch(), sending.by()), sending.position());
    }
    return accept(new StockAccepted(command.dispatch(), sending.event(), sending.what().lot(), sending.what().from(),
        sending.what().to(), command.quantityAccepted(), sent - command.quantityAccepted(),
        found.stock().orElseThrow().move(command.quantityAccepted()).balance()));
  }

  private static Reading<ToAccept> toAccept(AcceptStock command) {
    Reading<Optional<Decision>> missing = Existence.firstMissing(List.of(StockReadings.dispatched(command.dispatch())));
    return missing.and(Dispatch.reading(command.dispatch()), (found, dispatch) -> new ToAccept(found, dispatch,
        Optional.empty()))
        .then(found -> found.dispatch().sending().map(Dispatch.Sending::what)
            .map(it -> Stock.at(it.lot(), it.to()).map(found::with))
            .orElse(Reading.known(found)));
  }

  /** What accepting depends on: the dispatch, and what is left where it comes to. */
  record ToAccept(Optional<Decision> missing, Dispatch dispatch, Optional<Stock> stock) {
    private ToAccept with(Stock there) {
      return new ToAccept(missing, dispatch, Optional.of(there));
    }
  }

  static Decision count(CountStock command, Header header, ToCount found) {
    if (found.missing().isPresent()) return found.missing().get();
    if (command.witness().equals(header.actor().who())) {
      return refuse(new WitnessIsCounter(command.lot(), command.witness()));
    }
    return accept(new StockCounted(command.lot(), command.at(), command.counted(),
        command.counted() - found.stock().balance(), command.witness()));
  }

  private static Reading<ToCount> toCount(CountStock command) {
    return Existence.firstMissing(List.of(StockReadings.received(command.lot()), PlaceReadings.opened(command.at()),
        PartyReadings.registered(command.witness()))).and(Stock.at(command.lot(), command.at()), ToCount::new);
  }

  /** What counting depends on: whether lot, site and witness are there, and what should be. */
  record ToCount(Optional<Decision> missing, Stock stock) {}

  static Decision writeOff(WriteOffStock command, Header header, ToWriteOff found) {
    if (found.missing().isPresent()) return found.missing().get();
    Optional<Decision> objection = found.approval().objection("aid.WriteOffStock", command.lot().tag(), header)
        .or(() -> found.stock().objectionToTaking(command.quantity()));
    if (objection.isPresent()) return objection.get();
    return accept(new StockWrittenOff(command.lot(), command.at(), command.quantity(), command.why(),
        Optional.of(command.approval()), found.stock().move(-command.quantity()).balance()));
  }

  private static Reading<ToWriteOff> toWriteOff(WriteOffStock command) {
    Reading<Optional<Decision>> missing = Existence
        .firstMissing(List.of(StockReadings.received(command.lot()), PlaceReadings.opened(command.at())));
    return missing.and(Stock.at(command.lot(), command.at()), ToCount::new)
        .and(ApprovalReadings.given(command.approval()),
            (found, approval) -> new ToWriteOff(found.missing(), found.stock(), approval));
  }

  /** What writing off depends on: whether lot and site are there, what is left, and the approval. */
  record ToWriteOff(Optional<Decision> missing, Stock stock, Approval approval) {}

  private static Optional<Decision> first(Optional<Decision> one, Optional<Decision> other) {
    return one.isPresent() ? one : other;
  }
}
