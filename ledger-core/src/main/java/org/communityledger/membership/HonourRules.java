package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Unknown.UnknownHonour;
import org.communityledger.membership.Honour.Granting;
import org.communityledger.membership.HonourCommand.GrantHonour;
import org.communityledger.membership.HonourCommand.RevokeHonour;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.membership.HonourEvent.HonourRevoked;
import org.communityledger.membership.HonourRefusal.AlreadyGranted;
import org.communityledger.membership.HonourRefusal.HonourHeld;
import org.communityledger.membership.HonourRefusal.SelfHonour;
import org.communityledger.parties.PartyReadings;

/** The rule sheet of honours. Nobody has a title twice, and nobody grants one to themselves. */
final class HonourRules {
  private HonourRules() {}

  static void addTo(Context.Builder context) {
    context
        .event("HonourGranted", 1, HonourGranted.class)
        .event("HonourRevoked", 1, HonourRevoked.class)
        .command("GrantHonour", GrantHonour.class, HonourRules::toGrant, HonourRules::grant)
        .command("RevokeHonour", RevokeHonour.class, it -> Honour.reading(it.honour()), HonourRules::revoke)
        .place(GrantHonour.class, it -> PartyReadings.whereabouts(it.by()))
        .place(RevokeHonour.class, it -> Whereabouts.of(it.honour().tag()));
  }

  /** A late one is held against the day on which the title was taken back. */
  static Decision grant(GrantHonour command, Header header, ToGrant found) {
    if (found.existing().isKnown()) return found.existing().refuseTaken(new AlreadyGranted(command.honour()));
    if (found.missing().isPresent()) return found.missing().get();
    if (command.by().equals(command.to()) || header.actor().actsAs(command.to())) {
      return refuse(new SelfHonour(command.honour(), command.to()));
    }
    Optional<Granting> holding = found.earlier().holding();
    if (holding.isPresent()) {
      return refuse(new HonourHeld(command.title(), command.to(), holding.get().fact().honour()),
          holding.get().position());
    }
    Optional<Overtaken> revoked = found.earlier().revoked().map(Honour.Revocation::event);
    return accept(new HonourGranted(command.honour(), command.title(), command.to(), command.by(), command.form(),
        found.place(), revoked.map(Overtaken::event)))
        .with(Conflict.ofItself(header, revoked, command.honour(), HonourHeld.class));
  }

  private static Reading<ToGrant> toGrant(GrantHonour command) {
    List<Reading<Existence>> needs = List.of(PartyReadings.registered(command.to()),
        PartyReadings.registered(command.by()));
    return Existence.of(HonourGranted.class, new UnknownHonour(command.honour()))
        .and(Existence.firstMissing(needs),
            (existing, missing) -> new ToGrant(existing, missing, Optional.empty(), Honour.NONE))
        .and(PartyReadings.whereabouts(command.by()),
            (so, where) -> new ToGrant(so.existing(), so.missing(), where.first(), so.earlier()))
        .and(Honour.held(command.title(), command.to()),
            (so, earlier) -> new ToGrant(so.existing(), so.missing(), so.place(), earlier));
  }

  /**
   * What granting an honour depends on.
   *
   * @param existing whether it was granted already
   * @param missing the refusal for whoever is named and not known
   * @param place where whoever grants it has its office, if anybody says
   * @param earlier the honour by which the party has the title, or had it last
   */
  record ToGrant(Existence existing, Optional<Decision> missing, Optional<PlaceId> place, Honour earlier) {}

  static Decision revoke(RevokeHonour command, Header header, Honour honour) {
    Optional<Decision> objection = honour.objection(command.honour());
    if (objection.isPresent()) return objection.get();
    Granting granting = honour.granting().orElseThrow();
    return accept(new HonourRevoked(command.honour(), granting.fact().title(), granting.fact().to(),
        granting.event()));
  }
}
