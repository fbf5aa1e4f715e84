package org.communityledger.kernel;

import java.util.Optional;

/**
 * Who does something.
 *
 * @param who the one who acts
 * @param onBehalfOf the organisation acted for
 * @param role the role in which the actor acts, in plain words without names
 */
public record Actor(Party who, Optional<OrgId> onBehalfOf, String role) {
  public Actor {
    Texts.check("role", role, 60);
  }

  public static Actor of(Party who, String role) {
    return new Actor(who, Optional.empty(), role);
  }

  /** The same actor, acting for an organisation. */
  public Actor onBehalfOf(OrgId org) {
    return new Actor(who, Optional.of(org), role);
  }

  /** Whether the party is this actor or the organisation this actor acts for. */
  public boolean actsAs(Party party) {
    return who.equals(party) || onBehalfOf.filter(party::equals).isPresent();
  }

  /** Whether the two share a person or an organisation. */
  public boolean overlaps(Actor other) {
    return actsAs(other.who) || other.onBehalfOf.filter(this::actsAs).isPresent();
  }
}
