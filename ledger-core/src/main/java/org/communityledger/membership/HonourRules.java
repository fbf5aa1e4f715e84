package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.HonourId;
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
    return accept(new HonourGranted(command.honour(), command.title(), command.to(), command.by(), command.form(),
        found.place(), found.room().after()))
        .with(Conflict.ofItself(header, found.room().madeBy(), command.honour(), HonourHeld.class))
        .unless(found.room().objection(it -> new HonourHeld(command.title(), command.to(), it)));
  }

  private static Reading<ToGrant> toGrant(GrantHonour command) {
    List<Reading<Existence>> needs = List.of(PartyReadings.registered(command.to()),
        PartyReadings.registered(command.by()));
    return Existence.of(HonourGranted.class, new UnknownHonour(command.honour()))
        .and(Existence.firstMissing(needs), Parts::new)
        .and(
            PartyReadings.whereabouts(command.by()).and(Vacancy.of(new Title(command.title(), command.to())),
                Scene::new),
            (so, it) -> new ToGrant(so.existing(), so.missing(), it.where().first(), it.room()));
  }

  private record Parts(Existence existing, Optional<Decision> missing) {}

  private record Scene(Whereabouts where, Vacancy<HonourId> room) {}

  /**
   * What granting an honour depends on.
   *
   * @param existing whether it was granted already
   * @param missing the refusal for whoever is named and not known
   * @param place where whoever grants it has its office, if anybody says
   * @param room whether the party has the title already
   */
  record ToGrant(
      Existence existing,
      Optional<Decision> missing,
      Optional<PlaceId> place,
      Vacancy<HonourId> room) {}

  static Decision revoke(RevokeHonour command, Header header, Honour honour) {
    Optional<Decision> objection = honour.objection(command.honour());
    if (objection.isPresent()) return objection.get();
    Granting granting = honour.granting().orElseThrow();
    return accept(new HonourRevoked(command.honour(), granting.fact().title(), granting.fact().to(),
        granting.event()));
  }
}
