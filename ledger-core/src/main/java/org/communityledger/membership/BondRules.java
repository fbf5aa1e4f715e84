package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.Consent;
import org.communityledger.aid.ConsentReadings;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Unknown.UnknownBond;
import org.communityledger.membership.Bond.Forming;
import org.communityledger.membership.BondCommand.EndBond;
import org.communityledger.membership.BondCommand.FormBond;
import org.communityledger.membership.BondCommand.LogContact;
import org.communityledger.membership.BondEvent.BondContactLogged;
import org.communityledger.membership.BondEvent.BondEnded;
import org.communityledger.membership.BondEvent.BondFormed;
import org.communityledger.membership.BondRefusal.AlreadyFormed;
import org.communityledger.membership.BondRefusal.BondClosed;
import org.communityledger.membership.BondRefusal.BondExists;
import org.communityledger.membership.BondRefusal.ConsentMissing;
import org.communityledger.membership.BondRefusal.NotSupported;
import org.communityledger.membership.BondRefusal.SelfBond;
import org.communityledger.parties.PartyReadings;

/** The rule sheet of bonds: pairing, keeping in contact, parting. */
final class BondRules {
  private BondRules() {}

  static void addTo(Context.Builder context) {
    context
        .event("BondFormed", 1, BondFormed.class)
        .event("BondContactLogged", 1, BondContactLogged.class)
        .event("BondEnded", 1, BondEnded.class)
        .command("FormBond", FormBond.class, BondRules::toForm, BondRules::form)
        .command("LogContact", LogContact.class, it -> Bond.reading(it.bond()), BondRules::log)
        .commandReadingHeader("EndBond", EndBond.class, BondRules::toEnd, BondRules::end)
        .place(FormBond.class, it -> PartyReadings.whereabouts(it.arrangedBy()))
        .place(BondCommand.class, it -> Whereabouts.of(it.bond().tag()));
  }

  /** A late one is held against the day on which the bond before it ended. */
  static Decision form(FormBond command, Header header, ToForm found) {
    Named named = found.named();
    Ties ties = found.ties();
    if (named.existing().isKnown()) return named.existing().refuseTaken(new AlreadyFormed(command.bond()));
    if (named.missing().isPresent()) return named.missing().get();
    SelfBond self = new SelfBond(command.sponsor(), command.supported());
    if (command.sponsor().equals(command.supported())) return refuse(self);
    if (ties.household().isPresent()) return refuse(self, ties.household().get());
    Optional<Decision> objection = ties.consent()
        .flatMap(it -> it.objection(new ConsentMissing(command.kind(), command.supported()), header));
    if (objection.isPresent()) return objection.get();
    return accept(new BondFormed(command.bond(), command.kind(), command.sponsor(), command.supported(),
        command.arrangedBy(), named.place(), ties.consent().flatMap(Consent::event), ties.room().after()))
        .with(Conflict.ofItself(header, ties.room().madeBy(), command.bond(), BondExists.class))
        .unless(ties.room()
            .objection(it -> new BondExists(command.kind(), command.sponsor(), command.supported(), it)));
  }

  private static Reading<ToForm> toForm(FormBond command) {
    return named(command).and(ties(command), ToForm::new);
  }

  private static Reading<Named> named(FormBond command) {
    List<Reading<Existence>> needs = List.of(PartyReadings.registered(command.sponsor()),
        PartyReadings.registered(command.supported()), PartyReadings.registered(command.arrangedBy()));
    return Existence.of(BondFormed.class, new UnknownBond(command.bond()))
        .and(Existence.firstMissing(needs), (existing, missing) -> new Named(existing, missing, Optional.empty()))
        .and(PartyReadings.whereabouts(command.arrangedBy()),
            (so, where) -> new Named(so.existing(), so.missing(), where.first()));
  }

  private static Reading<Ties> ties(FormBond command) {
    return household(command.sponsor(), command.supported())
        .and(Vacancy.between(command.pair()), (household, room) -> new Ties(household, room, Optional.empty()))
        .and(consent(command), (so, consent) -> new Ties(so.household(), so.room(), consent));
  }

  private static Reading<Optional<Long>> household(Party one, Party other) {
    if (one instanceof PersonId person && other instanceof HouseholdId household) {
      return PartyReadings.belongingTo(household, person);
    }
    return one instanceof HouseholdId household && other instanceof PersonId person
        ? PartyReadings.belongingTo(household, person)
        : Reading.known(Optional.empty());
  }

  private static Reading<Optional<Consent>> consent(FormBond command) {
    return command.supported() instanceof OrgId
        ? Reading.known(Optional.empty())
        : ConsentReadings.toBonds(command.kind(), command.supported()).map(Optional::of);
  }

  /** What forming a bond depends on. */
  record ToForm(Named named, Ties ties) {}

  /**
   * What a bond to be formed names.
   *
   * @param existing whether the bond was formed already
   * @param missing the refusal for whoever is named and not known
   * @param place where whoever arranged it has its office, if anybody says
   */
  record Named(Existence existing, Optional<Decision> missing, Optional<PlaceId> place) {}

  /**
   * What the two have to do with each other.
   *
   * @param household the position of the event by which the one belongs to the other
   * @param room whether they have such a bond already
   * @param consent what the supported consented to; empty if it is an organisation, which need not
   */
  record Ties(Optional<Long> household, Vacancy<BondId> room, Optional<Consent> consent) {}

  static Decision log(LogContact command, Header header, Bond bond) {
    if (bond.forming().isEmpty()) return bond.refuseUnknown();
    Forming forming = bond.forming().get();
    BondFormed formed = forming.fact();
    if (!command.supported().equals(formed.supported())) {
      return refuse(new NotSupported(command.bond(), command.supported(), formed.supported()), forming.position());
    }
    return bond.closedBy(header.occurred()).orElseGet(() -> accept(new BondContactLogged(command.bond(), formed.kind(),
        formed.sponsor(), formed.supported(), command.how(), command.note())));
  }

  /** Contacts of a later day, but recorded before, have lost their ground. */
  static Decision end(EndBond command, Header header, ToEnd found) {
    Bond bond = found.bond();
    if (bond.forming().isEmpty()) return bond.refuseUnknown();
    if (bond.closed().isPresent()) return bond.closed().get();
    Forming forming = bond.forming().get();
    BondFormed formed = forming.fact();
    return accept(new BondEnded(command.bond(), formed.kind(), formed.sponsor(), formed.supported(), forming.event()))
        .with(Conflict.ofEach(found.later(), command.bond(), BondClosed.class));
  }

  private static Reading<ToEnd> toEnd(EndBond command, Header header) {
    return Bond.reading(command.bond())
        .and(Overtaken.by(header, Selection.of(command.bond().tag(), BondContactLogged.class)), ToEnd::new);
  }

  /** The bond, and the contacts that were later than its end. */
  record ToEnd(Bond bond, List<Overtaken> later) {}
}
