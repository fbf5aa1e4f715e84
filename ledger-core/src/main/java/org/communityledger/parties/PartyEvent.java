package org.communityledger.parties;

import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;

/** What happened to persons and organisations. */
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
      Optional<PlaceId> place) implements PartyEvent, Creation {
    @Override
    public Id created() {
      return org;
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(org), parent, place);
    }
  }
}
