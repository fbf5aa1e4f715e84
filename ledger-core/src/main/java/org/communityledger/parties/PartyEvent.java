package org.communityledger.parties;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.OrgRegistration;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;

/** What happened to persons, households and organisations. */
public sealed interface PartyEvent extends Event {
  /** A person is known from here on. */
  record PersonRegistered(
      PersonId person,
      Optional<Sealed<Identity>> identity,
      Optional<Boolean> over18,
      Optional<String> descriptor) implements PartyEvent, Creation, Personal {
    @Override
    public Id created() {
      return person;
    }

    @Override
    public SealedFor sealedFor(String member) {
      return Identity.of(person);
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allOf(person);
    }
  }

  /** An organisation is known from here on. */
  record OrgRegistered(
      OrgId org,
      String kind,
      String name,
      boolean nameComplete,
      Optional<OrgId> parent,
      Optional<PlaceId> place) implements PartyEvent, OrgRegistration {
    @Override
    public OrgId created() {
      return org;
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(org), parent, place);
    }
  }

  /** A household is known from here on, and these persons belong to it. */
  record HouseholdRegistered(HouseholdId household, List<PersonId> members, Tally size)
      implements
        PartyEvent,
        Creation {
    public HouseholdRegistered {
      members = List.copyOf(members);
    }

    @Override
    public Id created() {
      return household;
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = members.stream().map(PersonId::tag).collect(Collectors.toCollection(HashSet::new));
      tags.add(household.tag());
      return Set.copyOf(tags);
    }
  }

  /**
   * A person belongs to another household from here on.
   *
   * @param person who
   * @param from the household the person belonged to before, if to any
   * @param to the household the person belongs to now
   * @param joined the event by which the person belonged to the one before
   */
  record HouseholdMemberMoved(
      PersonId person,
      Optional<HouseholdId> from,
      HouseholdId to,
      Optional<EventId> joined) implements PartyEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(person), from, Optional.of(to), joined);
    }
  }

  /** An organisation or a place has another name; unconfirmed where that was concluded, not stated. */
  record AliasRecorded(Tag target, String alias, boolean confirmed) implements PartyEvent {
    public AliasRecorded {
      Alias.tagOf(target, alias);
    }

    /** The tag of the name, under which all is found that it was said to stand for. */
    public Tag aliasTag() {
      return Alias.tagOf(target, alias);
    }

    @Override
    public Set<Tag> tags() {
      return Set.of(aliasTag(), target);
    }
  }
}
