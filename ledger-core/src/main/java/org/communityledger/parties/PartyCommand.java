package org.communityledger.parties;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.Unit;

/** What can be asked about persons, households and organisations. */
public sealed interface PartyCommand extends About {
  /**
   * Registers a person.
   *
   * @param person a random surrogate
   * @param identity who it is, sealed under the person's key
   * @param over18 whether of 18 years or more, where that is known
   * @param descriptor a neutral code word such as {@code rider}
   */
  record RegisterPerson(
      PersonId person,
      Optional<Sealed<Identity>> identity,
      Optional<Boolean> over18,
      Optional<String> descriptor) implements PartyCommand, Personal {
    public RegisterPerson {
      descriptor.ifPresent(it -> Texts.code("descriptor", it));
    }

    /** A person whose identity is not recorded. */
    public static RegisterPerson of(PersonId person, Optional<Boolean> over18, Optional<String> descriptor) {
      return new RegisterPerson(person, Optional.empty(), over18, descriptor);
    }

    @Override
    public Id subject() {
      return person;
    }

    @Override
    public SealedFor sealedFor(String member) {
      return Identity.of(person);
    }
  }

  /** Registers an organisation. {@code nameComplete} is false where the source cuts the name off or leaves it out. */
  record RegisterOrg(
      OrgId org,
      String kind,
      String name,
      boolean nameComplete,
      Optional<OrgId> parent,
      Optional<PlaceId> place) implements PartyCommand {
    public RegisterOrg {
      Texts.code("kind", kind);
      Texts.check("name", name, 100);
    }

    @Override
    public Id subject() {
      return org;
    }
  }

  /**
   * Registers a household. Nobody belongs to two: whoever lives in another one moves.
   *
   * @param household a random surrogate
   * @param members those of its members who are registered, each once
   * @param size how many persons it has, registered or not
   */
  record RegisterHousehold(HouseholdId household, List<PersonId> members, Tally size) implements PartyCommand {
    public RegisterHousehold {
      members = List.copyOf(members);
      if (members.stream().distinct().count() < members.size()) {
        throw new IllegalArgumentException("members must not name anybody twice");
      }
      if (!size.unit().equals(Unit.PERSON)) {
        throw new IllegalArgumentException("size must be in PERSON, not in " + size.unit().code());
      }
      if (size.upper().isPresent() && size.upper().get() < members.size()) {
        throw new IllegalArgumentException(
            "size must not be below the " + members.size() + " members named, but is at most " + size.upper().get());
      }
    }

    @Override
    public Id subject() {
      return household;
    }
  }

  /**
   * Moves a person into a household.
   *
   * @param person who moves
   * @param from the household the person belonged to; empty for somebody who belonged to none
   * @param to the household the person belongs to from here on
   */
  record MoveHouseholdMember(PersonId person, Optional<HouseholdId> from, HouseholdId to) implements PartyCommand {
    public MoveHouseholdMember {
      if (from.filter(to::equals).isPresent()) {
        throw new IllegalArgumentException("from and to must be two households");
      }
    }

    @Override
    public Id subject() {
      return person;
    }
  }

  /**
   * Records another name of an organisation or a place. A name stands for one organisation and one place at most.
   *
   * @param target {@code org:…} or {@code place:…}
   * @param alias the name, never that of a person
   * @param confirmed false where the clerk concluded what it stands for; the same command sent with true confirms it
   */
  record RecordAlias(Tag target, String alias, boolean confirmed) implements PartyCommand {
    public RecordAlias {
      Alias.named(target);
      Alias.tagOf(target, alias);
    }

    @Override
    public Id subject() {
      return Alias.named(target);
    }
  }
}
