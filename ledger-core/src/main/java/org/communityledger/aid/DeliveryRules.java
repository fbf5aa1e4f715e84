package org.communityledger.aid;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityReadings;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.DeliverToCrowd;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidRefusal.CrowdNotAllowed;
import org.communityledger.aid.AidRefusal.DelivererIsRecipient;
import org.communityledger.aid.AidRefusal.DeliveryExists;
import org.communityledger.aid.AidRefusal.NotEntitled;
import org.communityledger.aid.AidRefusal.UnitMismatch;
import org.communityledger.aid.ProgrammeRefusal.ConsentMissing;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyReadings;
import org.communityledger.places.PlaceReadings;

/**
 * The rule sheet of deliveries. What guards the record refuses; what guards the world is an objection, since what happened
 * against it has to be recorded all the same.
 */
final class DeliveryRules {
  private DeliveryRules() {}

  static Decision deliver(Deliver command, Header header, Prepared<ToDeliver> found) {
    return found.decide(it -> deliver(command, header, it));
  }

  private static Decision deliver(Deliver command, Header header, ToDeliver found) {
    Optional<Decision> objection = ifHandedToItself(command, header, found.recipient())
        .or(() -> ifNotConsented(command, header, found))
        .or(() -> ifNotEntitled(command, found))
        .or(found.takings()::objection);
    if (objection.isPresent()) return objection.get();
    Offer offer = found.offer();
    long more = found.isCounted() ? 0 : 1;
    Decision decision = accept(new Delivered(command.delivery(), command.programme(), offer.kind(), command.round(),
        command.party(),
        found.recipient().members(), command.lines(), command.entitlement(), command.at(), command.activity(),
        command.by(), command.proof(), Usage.dayOf(header), offer.version().number(), offer.ground(),
        found.consent().flatMap(Consent::event), found.quota().map(it -> it.changedBy(more)), found.takings().moves()))
        .unless(offer.ifNotOpenAt(header))
        .unless(command.entitlement().isPresent() ? Optional.empty() : found.recipient().ifNotEligible(offer))
        .unless(found.entitlement().flatMap(it -> it.ifLapsed(header)))
        .unless(found.exclusions().objection());
    for (Decision each : found.usage().objections(header)) {
      decision = decision.unless(Optional.of(each));
    }
    return decision
        .unless(found.quota().flatMap(it -> it.objection(more, offer)))
        .unless(found.takings().ifExpired(header))
        .with(found.usage().conflicts(header));
  }

  private static Optional<Decision> ifHandedToItself(Deliver command, Header header, Recipient recipient) {
    return recipient.counted().stream()
        .filter(it -> command.by().equals(it) || header.actor().actsAs(it)).findFirst()
        .map(it -> refuse(new DelivererIsRecipient(command.delivery(), it)));
  }

  private static Optional<Decision> ifNotConsented(Deliver command, Header header, ToDeliver found) {
    return found.consent().flatMap(it -> it.objection(
        new ConsentMissing(ConsentMatter.of(command.programme()), command.party()), header));
  }

  private static Optional<Decision> ifNotEntitled(Deliver command, ToDeliver found) {
    if (found.entitlement().isPresent()) return found.entitlement().get().objectionTo(command);
    if (!found.offer().terms().requiresEntitlement()) return Optional.empty();
    return Optional.of(refuseAbsent(new NotEntitled(command.programme(), command.party()), Selection.of(
        AidTags.entitled(command.programme(), command.round(), command.party()), EntitlementGranted.class)));
  }

  static Reading<Prepared<ToDeliver>> toDeliver(Deliver command, Header header) {
    return groundwork(command.delivery(), command.programme(), command.round(), command.at(), command.activity(),
        command.by())
        .then(it -> it.then(offer -> Recipient.reading(offer, command.party())
            .then(recipient -> Prepared.unless(recipient.objection(), facts(command, header, offer, recipient)))));
  }

  private static Reading<ToDeliver> facts(Deliver command, Header header, Offer offer, Recipient recipient) {
    return guardsOfTheRecord(command, offer)
        .and(guardsOfTheWorld(command, header, offer, recipient), (record, world) -> new ToDeliver(offer, recipient,
            record.consent(), record.entitlement(), record.takings(), world.usage(), world.exclusions(),
            world.quota(), world.isCounted()));
  }

  private static Reading<OfTheRecord> guardsOfTheRecord(Deliver command, Offer offer) {
    Reading<Optional<Consent>> consent = offer.needsConsent()
        ? ConsentReadings.given(ConsentMatter.of(command.programme()), command.party()).map(Optional::of)
        : Reading.known(Optional.empty());
    Reading<Optional<Entitlement>> entitlement = command.entitlement()
        .map(it -> Entitlement.reading(it).<Optional<Entitlement>>map(Optional::of))
        .orElse(Reading.known(Optional.empty()));
    return consent.and(entitlement, (given, granted) -> new OfTheRecord(given, granted, Optional.empty()))
        .and(Takings.reading(command.lines(), command.at()),
            (so, takings) -> new OfTheRecord(so.consent, so.entitlement, Optional.of(takings)));
  }

  private record OfTheRecord(
      Optional<Consent> consent,
      Optional<Entitlement> entitlement,
      Optional<Takings> stock) {
    Takings takings() {
      return stock.orElseThrow();
    }
  }

  private static Reading<OfTheWorld> guardsOfTheWorld(
      Deliver command,
      Header header,
      Offer offer,
      Recipient recipient) {
    return Usage.reading(command, header, offer, recipient).and(Exclusions.reading(offer, recipient), Got::new)
        .and(Quota.reading(offer).and(Quota.counts(offer, recipient), Counted::new),
            (got, counted) -> new OfTheWorld(got.usage(), got.exclusions(), counted.quota(), counted.isCounted()));
  }

  private record Got(Usage usage, Exclusions exclusions) {}

  private record Counted(Optional<Quota> quota, boolean isCounted) {}

  private record OfTheWorld(Usage usage, Exclusions exclusions, Optional<Quota> quota, boolean isCounted) {}

  /**
   * What a delivery depends on.
   *
   * @param offer the programme and the round
   * @param recipient who is to have it
   * @param consent the party's consent, if it takes one
   * @param entitlement the entitlement cited
   * @param takings what it takes from stock
   * @param usage what those for whom it counts got before
   * @param exclusions what they have of programmes that do not go together with it
   * @param quota how many parties are counted, if they are
   * @param isCounted whether the party is one of them
   */
  record ToDeliver(
      Offer offer,
      Recipient recipient,
      Optional<Consent> consent,
      Optional<Entitlement> entitlement,
      Takings takings,
      Usage usage,
      Exclusions exclusions,
      Optional<Quota> quota,
      boolean isCounted) {}

  /** The offer under which a new delivery is to be made, if all that is named exists. */
  private static Reading<Prepared<Offer>> groundwork(
      DeliveryId delivery,
      ProgrammeId programme,
      Optional<RoundId> round,
      Optional<SiteId> at,
      Optional<ActivityId> activity,
      Party by) {
    List<Reading<Existence>> needs = new ArrayList<>();
    at.ifPresent(it -> needs.add(PlaceReadings.opened(it)));
    activity.ifPresent(it -> needs.add(ActivityReadings.planned(it)));
    needs.add(PartyReadings.registered(by));
    return Delivery.made(delivery)
        .map(it -> it.isKnown()
            ? Optional.of(it.refuseTaken(new DeliveryExists(delivery)))
            : Optional.<Decision>empty())
        .and(Offer.reading(programme, round), (taken, offer) -> new Named(taken.or(offer::objection), offer))
        .and(Existence.firstMissing(needs), (named, missing) -> new Named(named.objection().or(() -> missing),
            named.offer()))
        .map(it -> it.objection().isPresent()
            ? new Prepared<Offer>(it.objection(), Optional.empty())
            : new Prepared<>(Optional.empty(), Optional.of(it.offer())));
  }

  private record Named(Optional<Decision> objection, Offer offer) {}

  static Decision deliverToCrowd(DeliverToCrowd command, Header header, Prepared<ToDeliverToCrowd> found) {
    return found.decide(it -> deliverToCrowd(command, header, it));
  }

  private static Decision deliverToCrowd(DeliverToCrowd command, Header header, ToDeliverToCrowd found) {
    Offer offer = found.offer();
    if (!offer.terms().crowdAllowed()) {
      return refuse(new CrowdNotAllowed(command.programme()), offer.version().position());
    }
    var opening = offer.programme().opening().orElseThrow();
    Unit serves = opening.fact().unit();
    if (!command.people().unit().equals(serves)) {
      return refuse(new UnitMismatch(command.programme(), command.people().unit(), serves), opening.position());
    }
    if (found.takings().objection().isPresent()) return found.takings().objection().get();
    long more = Quota.of(command.people());
    return accept(new DeliveredToCrowd(command.delivery(), command.programme(), command.round(), command.people(),
        command.lines(), command.linesOpen(), command.at(), command.activity(), command.by(), offer.version().number(),
        offer.ground(), found.quota().map(it -> it.changedBy(more)), found.takings().moves()))
        .unless(offer.ifNotOpenAt(header))
        .unless(found.quota().flatMap(it -> it.objection(more, offer)))
        .unless(found.takings().ifExpired(header));
  }

  static Reading<Prepared<ToDeliverToCrowd>> toDeliverToCrowd(DeliverToCrowd command) {
    return groundwork(command.delivery(), command.programme(), command.round(), command.at(), command.activity(),
        command.by())
        .then(it -> it.then(offer -> Prepared.unless(Optional.empty(), Quota.reading(offer).and(
            Takings.reading(command.lines(), command.at()),
            (quota, takings) -> new ToDeliverToCrowd(offer, quota, takings)))));
  }

  /** The programme and the round, how many parties are counted if they are, and what is taken from stock. */
  record ToDeliverToCrowd(Offer offer, Optional<Quota> quota, Takings takings) {}
}
