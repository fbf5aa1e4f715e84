package org.communityledger.projection.sentences;

import org.communityledger.aid.StockEvent;
import org.communityledger.aid.StockEvent.StockAccepted;
import org.communityledger.aid.StockEvent.StockCounted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.aid.StockEvent.StockWrittenOff;

/** What happened to stock, in English. */
record StockInEnglish(EnglishWords words) {
  String said(StockEvent event) {
    return switch (event) {
      case StockReceived it -> "received lot " + it.lot() + ", " + words.amount(it.quantity()) + " of " + it.item()
          + ", at site " + it.at() + " at place " + it.place()
          + it.from().map(from -> ", from " + words.party(from)).orElse("")
          + it.bestBefore().map(day -> ", to be given out until " + words.day(day)).orElse("");
      case StockDispatched it -> "sent " + it.quantity() + " of lot " + it.lot() + " as dispatch " + it.dispatch()
          + " from site " + it.from() + ", where " + it.balance() + " are left, to site " + it.to();
      case StockAccepted it -> "accepted " + it.quantity() + " of lot " + it.lot() + " at site " + it.to()
          + ", where there are " + it.balance() + " now, out of dispatch " + it.dispatch() + " which left site "
          + it.from() + " by event " + it.dispatched() + "; " + it.shortfall() + " did not come";
      case StockCounted it -> "counted " + it.counted() + " of lot " + it.lot() + " at site " + it.at() + ", "
          + (it.difference() < 0
              ? -it.difference() + " fewer than there should be"
              : it.difference() + " more than there should be")
          + ", witnessed by person " + it.witness();
      case StockWrittenOff it -> "wrote off " + it.quantity() + " of lot " + it.lot() + " at site " + it.at()
          + " as " + it.why() + words.given(" with approval ", it.approval()) + "; " + it.balance() + " are left there";
    };
  }
}
