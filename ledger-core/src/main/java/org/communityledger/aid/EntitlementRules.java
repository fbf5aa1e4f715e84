package org.communityledger.aid;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.Entitle;
import org.communityledger.aid.AidCommand.RevokeEntitlement;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.AidRefusal.AlreadyEntitled;
import org.communityledger.aid.AidRefusal.AlreadyFulfilled;
import org.communityledger.aid.AidRefusal.AlreadyRevoked;
import org.communityledger.aid.AidRefusal.EntitlementExists;
import org.communityledger.aid.AidRefusal.NotEntitled;
import org.communityledger.aid.ProgrammeRefusal.ConsentMissing;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;

/** The rule sheet of entitlements: granting and revoking. */
final class EntitlementRules {
  private EntitlementRules() {}

  static Decision entitle(Entitle command, Header header, Prepared<ToEntitle> found) {
    return found.decide(it -> entitle(command, header, it));
  }

  private static Decision entitle(Entitle command, Header header, ToEntitle found) {
    Offer offer = found.offer();
    Recipient recipient = found.recipient();
    Optional<Decision> objection = found.consent().flatMap(it -> it.objection(
        new ConsentMissing(ConsentMatter.of(command.programme()), command.party()), header))
        .or(() -> found.earlier().stream().findFirst().map(it -> refuse(
            new AlreadyEntitled(command.programme(), command.party(), it.fact().entitlement()), it.position())));
    if (objection.isPresent()) return objection.get();
    long more = found.isCounted() ? 0 : 1;
    return accept(new EntitlementGranted(command.entitlement(), command.programme(), command.round(), command.party(),
        recipient.members(), command.lines(), command.basis(), offer.version().number(), offer.ground(),
        offer.lastDay(), found.quota().map(it -> it.changedBy(more))))
        .unless(offer.ifNotOpenAt(header))
        .unless(recipient.ifNotEligible(offer))
        .unless(found.exclusions().objection())
        .unless(found.quota().flatMap(it -> it.objection(more, offer)));
  }

  static Reading<Prepared<ToEntitle>> toEntitle(Entitle command) {
    return Entitlement.granted(command.entitlement()).and(Offer.reading(command.programme(), command.round()),
        (existing, offer) -> existing.isKnown()
            ? new Prepared<Offer>(Optional.of(existing.refuseTaken(new EntitlementExists(command.entitlement()))),
                Optional.empty())
            : new Prepared<>(offer.objection(), Optional.of(offer)))
        .then(it -> it.then(offer -> Recipient.reading(offer, command.party())
            .then(recipient -> Prepared.unless(recipient.objection(), facts(command, offer, recipient)))));
  }

  private static Reading<ToEntitle> facts(Entitle command, Offer offer, Recipient recipient) {
    Reading<Optional<Consent>> consent = offer.needsConsent()
        ? ConsentReadings.given(ConsentMatter.of(command.programme()), command.party()).map(Optional::of)
        : Reading.known(Optional.empty());
    Reading<List<Step<EntitlementGranted>>> earlier = Reading.ofEach(recipient.counted(),
        party -> Held.entitlements(AidTags.entitled(command.programme(), command.round(), party),
            it -> it.round().equals(command.round()) && countsFor(party, it)))
        .map(found -> recipient.counted().stream().flatMap(it -> found.getOrDefault(it, List.of()).stream()).toList());
    return consent.and(earlier, Asked::new).and(Exclusions.reading(offer, recipient).and(Quota.reading(offer)
        .and(Quota.counts(offer, recipient), Counted::new), Barriers::new),
        (asked, barriers) -> new ToEntitle(offer, recipient, asked.consent(), asked.earlier(), barriers.exclusions(),
            barriers.counted().quota(), barriers.counted().isCounted()));
  }

  private static boolean countsFor(Party party, EntitlementGranted granted) {
    return granted.party().equals(party) || (party instanceof PersonId person && granted.members().contains(person));
  }

  private record Asked(Optional<Consent> consent, List<Step<EntitlementGranted>> earlier) {}

  private record Counted(Optional<Quota> quota, boolean isCounted) {}

  private record Barriers(Exclusions exclusions, Counted counted) {}

  /**
   * What an entitlement depends on.
   *
   * @param offer the programme and the round
   * @param recipient who is to have it
   * @param consent the party's consent, if it takes one
   * @param earlier what those for whom it would count were granted in the round before
   * @param exclusions what they have of programmes that do not go together with it
   * @param quota how many parties are counted, if they are
   * @param isCounted whether the party is one of them
   */
  record ToEntitle(
      Offer offer,
      Recipient recipient,
      Optional<Consent> consent,
      List<Step<EntitlementGranted>> earlier,
      Exclusions exclusions,
      Optional<Quota> quota,
      boolean isCounted) {}

  /** What was given of it stays given; what was given later than the revocation has lost its ground. */
  static Decision revoke(RevokeEntitlement command, Header header, ToRevoke found) {
    Entitlement e = found.entitlement();
    if (e.granting().isEmpty()) return e.refuseUnknown();
    if (e.revoking().isPresent()) {
      return refuse(new AlreadyRevoked(command.entitlement()), e.revoking().get().position());
    }
    if (e.state(header) == EntitlementState.FULFILLED) {
      return refuse(new AlreadyFulfilled(command.entitlement()), e.causes());
    }
    Step<EntitlementGranted> granting = e.granting().get();
    EntitlementGranted granted = granting.fact();
    List<Overtaken> later = e.deliveries().stream().map(Step::overtaken).filter(it -> it.isAfter(header)).toList();
    return accept(new EntitlementRevoked(command.entitlement(), granted.programme(), granted.round(), granted.party(),
        granted.members(), granted.lines(), granting.id(),
        found.quota().map(it -> it.changedBy(found.served().isEmpty() ? -1 : 0))))
        .with(Conflict.ofEach(later, command.entitlement(), NotEntitled.class));
  }

  static Reading<ToRevoke> toRevoke(RevokeEntitlement command) {
    return Entitlement.reading(command.entitlement()).then(e -> {
      if (e.granting().isEmpty()) return Reading.known(new ToRevoke(e, Optional.empty(), List.of()));
      EntitlementGranted granted = e.granting().get().fact();
      if (granted.quota().isEmpty()) return Reading.known(new ToRevoke(e, Optional.empty(), List.of()));
      return Quota.of(granted.programme(), granted.round()).and(
          Held.deliveries(AidTags.served(granted.programme(), granted.round(), granted.party()),
              it -> it.round().equals(granted.round()) && it.party().equals(granted.party())),
          (quota, served) -> new ToRevoke(e, Optional.of(quota), served));
    });
  }

  /** The entitlement; and if parties are counted, how many are, and what this one got in the round. */
  record ToRevoke(Entitlement entitlement, Optional<Quota> quota, List<Step<Delivered>> served) {}
}
