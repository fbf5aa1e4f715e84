package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.aid.AidRefusal.NotEligible;
import org.communityledger.aid.AidRefusal.WrongParty;
import org.communityledger.aid.ProgrammeRefusal.SurrogateNeeded;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyReadings;
import org.communityledger.parties.Registration;

/**
 * Who is to receive something.
 *
 * @param party the party
 * @param members who belongs to it at present, if it is a household
 * @param registrations how the person or the members are registered, if that matters
 * @param objection why it can be no recipient of the programme at all
 */
record Recipient(Party party, List<PersonId> members, List<Registration> registrations, Optional<Decision> objection) {
  static Reading<Recipient> reading(Offer offer, Party party) {
    var opening = offer.programme().opening().orElseThrow();
    Unit serves = opening.fact().unit();
    return switch (party) {
      case PersonId person when offer.isSensitive() -> surrogate(offer, person);
      case PersonId person when serves.equals(Unit.PERSON) -> of(person, List.of(), registered(person),
          registrations(offer, List.of(person)));
      case HouseholdId household when serves.equals(Unit.HOUSEHOLD) -> PartyReadings.membersOf(household)
          .then(members -> of(household, members, registered(household), registrations(offer, members)));
      default -> Reading.known(new Recipient(party, List.of(), List.of(),
          Optional.of(refuse(new WrongParty(offer.id(), party, serves), opening.position()))));
    };
  }

  private static Reading<Recipient> of(
      Party party,
      List<PersonId> members,
      Reading<Optional<Decision>> objection,
      Reading<List<Registration>> registrations) {
    return objection.and(registrations, (why, found) -> new Recipient(party, members, found, why));
  }

  private static Reading<Optional<Decision>> registered(Party party) {
    return Existence.firstMissing(List.of(PartyReadings.registered(party)));
  }

  /** Registrations matter only where not everybody may have it. */
  private static Reading<List<Registration>> registrations(Offer offer, List<PersonId> persons) {
    Reading<List<Registration>> none = Reading.known(List.of());
    if (offer.terms().eligibility().isEmpty()) return none;
    return persons.stream().map(it -> PartyReadings.registration(it).map(found -> found.stream().toList()))
        .reduce(none, (some, more) -> some.and(more, (one, other) -> Stream.concat(one.stream(), other.stream())
            .toList()));
  }

  /** Nobody is registered under a surrogate: an id somebody is registered under would tell who takes part. */
  private static Reading<Recipient> surrogate(Offer offer, PersonId person) {
    return PartyReadings.registered(person).map(it -> new Recipient(person, List.of(), List.of(), it.isKnown()
        ? Optional.of(it.refuseTaken(new SurrogateNeeded(offer.id())))
        : Optional.empty()));
  }

  /** For whom what is given counts: the party, and the members of a household. */
  List<Party> counted() {
    return Stream.concat(Stream.of(party), members.stream()).toList();
  }

  /** Why it is none of those the terms are for, as far as registrations tell. */
  Optional<Decision> ifNotEligible(Offer offer) {
    Optional<Eligibility> those = offer.isSensitive() ? Optional.empty() : offer.terms().eligibility();
    if (those.isEmpty() || registrations.stream().anyMatch(those.get()::fits)) return Optional.empty();
    long[] causes = registrations.stream().mapToLong(Registration::position).toArray();
    return Optional.of(refuse(new NotEligible(offer.id(), party),
        causes.length == 0 ? new long[]{offer.version().position()} : causes));
  }
}
