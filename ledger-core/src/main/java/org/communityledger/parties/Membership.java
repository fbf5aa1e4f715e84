package org.communityledger.parties;

import java.util.Optional;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.parties.PartyEvent.HouseholdMemberMoved;
import org.communityledger.parties.PartyEvent.HouseholdRegistered;

/**
 * That a person belongs to a household.
 *
 * @param household the household
 * @param joined the event since which that is so
 * @param position its position
 */
record Membership(HouseholdId household, EventId joined, long position) {
  /** The household a person belongs to, if to any. */
  static Reading<Optional<Membership>> of(PersonId person) {
    return Reading.of(Selection.of(person.tag(), HouseholdRegistered.class, HouseholdMemberMoved.class),
        Optional.empty(), (found, recorded) -> switch (recorded.event()) {
          case HouseholdRegistered it when it.members().contains(person) -> Optional.of(in(it.household(), recorded));
          case HouseholdMemberMoved it when it.person().equals(person) -> Optional.of(in(it.to(), recorded));
          default -> found;
        });
  }

  private static Membership in(HouseholdId household, RecordedEvent recorded) {
    return new Membership(household, recorded.id(), recorded.position());
  }
}
