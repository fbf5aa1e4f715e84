package org.communityledger.parties;

import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Texts;

/** What can be asked about persons and organisations. */
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
}
