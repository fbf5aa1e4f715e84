package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;

import java.util.Optional;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.AidRefusal.QuotaExhausted;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tally;

/**
 * How many parties are counted in a round, or in a programme without rounds: everybody who was served or has an
 * entitlement that was not revoked, once each, and of crowds the most there can have been, or the least where there is no
 * most. The number stands in the last event that changed it.
 *
 * @param total how many
 * @param since the position of the event that says so; empty if nobody is counted yet
 */
record Quota(long total, Optional<Long> since) {
  private static final Quota NOBODY = new Quota(0, Optional.empty());

  /** What is counted; nothing is read where nothing is. */
  static Reading<Optional<Quota>> reading(Offer offer) {
    return offer.isCounted() ? of(offer.id(), offer.roundId()).map(Optional::of) : Reading.known(Optional.empty());
  }

  static Reading<Quota> of(ProgrammeId programme, Optional<RoundId> round) {
    Selection counting = Selection.of(AidTags.quota(programme, round), EntitlementGranted.class,
        EntitlementRevoked.class, Delivered.class, DeliveredToCrowd.class, DeliveryReversed.class);
    return Reading.total(counting, NOBODY,
        (before, recorded) -> new Quota(before.total + countIn(recorded).map(QuotaCount::change).orElse(0L),
            Optional.of(recorded.position())),
        recorded -> countIn(recorded).map(it -> new Quota(it.total(), Optional.of(recorded.position()))));
  }

  private static Optional<QuotaCount> countIn(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case EntitlementGranted it -> it.quota();
      case EntitlementRevoked it -> it.quota();
      case Delivered it -> it.quota();
      case DeliveredToCrowd it -> it.quota();
      case DeliveryReversed it -> it.quota();
      default -> Optional.empty();
    };
  }

  /** How many of a crowd are counted. */
  static long of(Tally people) {
    return people.upper().orElse(people.lower());
  }

  /** Whether the party is counted already: it was served in the round, or may be. */
  static Reading<Boolean> counts(Offer offer, Recipient recipient) {
    if (!offer.isCounted()) return Reading.known(false);
    return Held.deliveries(AidTags.served(offer.id(), offer.roundId(), recipient.party()),
        it -> it.round().equals(offer.roundId()) && it.party().equals(recipient.party()))
        .and(Held.entitlements(AidTags.entitled(offer.id(), offer.roundId(), recipient.party()),
            it -> it.round().equals(offer.roundId()) && it.party().equals(recipient.party())),
            (given, granted) -> !given.isEmpty() || !granted.isEmpty());
  }

  /** Why not so many more can be served. */
  Optional<Decision> objection(long more, Offer offer) {
    return offer.terms().quota().filter(most -> more > 0 && more > most - total)
        .map(most -> refuse(new QuotaExhausted(offer.id(), offer.roundId(), most),
            since.orElseGet(() -> offer.version().position())));
  }

  QuotaCount changedBy(long change) {
    return new QuotaCount(change, total + change);
  }
}
