package org.communityledger.parties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.OrgRegistration;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Unknown;
import org.communityledger.parties.PartyEvent.HouseholdMemberMoved;
import org.communityledger.parties.PartyEvent.HouseholdRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;

/** What parties tell other contexts. */
public final class PartyReadings {
  private PartyReadings() {}

  /** Whether the party is registered. */
  public static Reading<Existence> registered(Party party) {
    Class<? extends Creation> registration = switch (party) {
      case PersonId person -> PersonRegistered.class;
      case OrgId org -> OrgRegistration.class;
      case HouseholdId household -> HouseholdRegistered.class;
    };
    return Existence.of(registration, Unknown.party(party));
  }

  /** What is known of whether a person is of age. */
  public static Reading<Majority> majority(PersonId person) {
    return Majority.of(person);
  }

  /** The place an organisation is at; empty if it is not registered or nobody says. */
  public static Reading<Optional<PlaceId>> placeOf(OrgId org) {
    return officeOf(org).map(it -> it.spots().stream().map(Whereabouts.Spot::place).findFirst());
  }

  /** What the person is registered with; empty if they are not. */
  public static Reading<Optional<Registration>> registration(PersonId person) {
    return Reading.of(Selection.of(person.tag(), PersonRegistered.class), Optional.empty(),
        (found, recorded) -> recorded.event() instanceof PersonRegistered it && it.person().equals(person)
            ? Optional.of(new Registration(person, it.over18(), it.descriptor(), recorded.position()))
            : found);
  }

  /** The household a person belongs to at present; empty if to none. */
  public static Reading<Optional<HouseholdId>> householdOf(PersonId person) {
    return Membership.of(person).map(it -> it.map(Membership::household));
  }

  /** The position of the event since which a person belongs to the household; empty if the person does not at present. */
  public static Reading<Optional<Long>> belongingTo(HouseholdId household, PersonId person) {
    return Membership.of(person)
        .map(it -> it.filter(there -> there.household().equals(household)).map(Membership::position));
  }

  /** The registered persons who belong to a household at present, in the order in which they came. */
  public static Reading<List<PersonId>> membersOf(HouseholdId household) {
    return cameTo(household).then(persons -> {
      Reading<List<PersonId>> nobody = Reading.known(List.of());
      return persons.stream()
          .map(person -> householdOf(person)
              .<List<PersonId>>map(it -> it.equals(Optional.of(household)) ? List.of(person) : List.of()))
          .reduce(nobody, (some, more) -> some.and(more, PartyReadings::concatenated));
    });
  }

  /** Who belongs to it or once did. */
  private static Reading<List<PersonId>> cameTo(HouseholdId household) {
    Selection arrivals = Selection.of(household.tag(), HouseholdRegistered.class, HouseholdMemberMoved.class);
    return Reading.of(arrivals, List.of(), (found, recorded) -> switch (recorded.event()) {
      case HouseholdRegistered it when it.household().equals(household) -> concatenated(found, it.members());
      case HouseholdMemberMoved it when it.to().equals(household) -> concatenated(found, List.of(it.person()));
      default -> found;
    });
  }

  private static List<PersonId> concatenated(List<PersonId> some, List<PersonId> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  /** Where a party is: an organisation at the place it was registered with; nobody says it of others. */
  public static Reading<Whereabouts> whereabouts(Party party) {
    return party instanceof OrgId org ? officeOf(org) : Whereabouts.none();
  }

  private static Reading<Whereabouts> officeOf(OrgId org) {
    Selection registration = Selection.of(org.tag(), OrgRegistration.class);
    Whereabouts nowhere = new Whereabouts(List.of(), Optional.of(registration));
    return Reading.of(registration, nowhere,
        (found, recorded) -> recorded.event() instanceof OrgRegistration it && it.created().equals(org)
            ? new Whereabouts(
                it.place().map(place -> new Whereabouts.Spot(place, Optional.of(recorded.position()))).stream()
                    .toList(),
                Optional.of(registration))
            : found);
  }
}
