package org.communityledger.parties;

import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Texts;

/** What can be asked about persons and organisations. */
public sealed interface PartyCommand extends About {
  /**
   * Registers a person. {@code descriptor} is a neutral code word such as {@code rider}; {@code over18} is empty where
   * it is not known.
   */
  record RegisterPerson(PersonId person, Optional<Boolean> over18, Optional<String> descriptor)
      implements
        PartyCommand {
    public RegisterPerson {
      descriptor.ifPresent(it -> Texts.code("descriptor", it));
    }

    @Override
    public Id subject() {
      return person;
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
