package org.communityledger.parties;

import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Unknown;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;

/** What parties tell other contexts. */
public final class PartyReadings {
  private PartyReadings() {}

  /** Whether the party is registered. No household is yet: nothing registers one. */
  public static Reading<Existence> registered(Party party) {
    Class<? extends Creation> registration = switch (party) {
      case PersonId person -> PersonRegistered.class;
      case OrgId org -> OrgRegistered.class;
      case HouseholdId household -> Creation.class;
    };
    return Existence.of(registration, Unknown.party(party));
  }
}
