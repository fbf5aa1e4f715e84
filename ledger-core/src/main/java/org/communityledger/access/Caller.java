package org.communityledger.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Texts;

/**
 * Somebody who asks something of a ledger, as the application knows them: it has made sure that it is they, and what they
 * are. Immutable.
 *
 * @param who the one who asks
 * @param roles the roles they have, as the access policy calls them
 * @param jurisdiction where they may act: at the place and all places below it; everywhere if empty
 * @param actsFor the organisations they may act for
 */
public record Caller(Party who, Set<String> roles, Optional<PlaceId> jurisdiction, Set<OrgId> actsFor) {
  public Caller {
    roles.forEach(it -> Texts.check("role", it, 60));
    roles = Set.copyOf(roles);
    actsFor = Set.copyOf(actsFor);
  }

  /** Somebody who may act everywhere, for no organisation. */
  public static Caller of(Party who, String... roles) {
    return new Caller(who, Set.of(roles), Optional.empty(), Set.of());
  }

  /** The same, where they may act only at a place and below it. */
  public Caller within(PlaceId place) {
    return new Caller(who, roles, Optional.of(place), actsFor);
  }

  /** The same, who may act for an organisation too. */
  public Caller actingFor(OrgId org) {
    Set<OrgId> more = new HashSet<>(actsFor);
    more.add(org);
    return new Caller(who, roles, jurisdiction, more);
  }
}
