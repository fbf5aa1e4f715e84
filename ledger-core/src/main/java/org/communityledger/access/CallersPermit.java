package org.communityledger.access;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.Permit;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Header;

/**
 * What a caller may do under a policy. Immutable.
 *
 * @param caller the caller
 * @param policy the policy
 */
public record CallersPermit(Caller caller, AccessPolicy policy) implements Permit {
  @Override
  public Scope of(String act, Header header) {
    return forgery(header.actor()).<Scope>map(Scope.Nowhere::new).orElseGet(() -> scope(act, header.actor().role()));
  }

  /** A caller acts under their own name, in a role of theirs, for an organisation they may act for. */
  private Optional<Lack> forgery(Actor actor) {
    if (!actor.who().equals(caller.who())) {
      return Optional.of(new Lack.OfActor(actor.who(), caller.who()));
    }
    if (!caller.roles().contains(actor.role())) {
      return Optional.of(new Lack.OfRole(actor.role(), caller.who()));
    }
    return actor.onBehalfOf().filter(it -> !caller.actsFor().contains(it)).map(it -> new Lack.OfOrg(it, caller.who()));
  }

  private Scope scope(String act, String role) {
    return switch (policy.reach(act, role)) {
      case NONE -> new Scope.Nowhere(new Lack.OfPermission(List.of(role), policy.rolesFor(act)));
      case ANYWHERE -> new Scope.Anywhere();
      case JURISDICTION -> caller.jurisdiction().<Scope>map(Scope.Within::new).orElseGet(Scope.Anywhere::new);
      case EVERYWHERE -> caller.jurisdiction().<Scope>map(it -> new Scope.Nowhere(new Lack.OfReach(it)))
          .orElseGet(Scope.Anywhere::new);
    };
  }

  /** What the caller lacks to do something that is about no place and is recorded under nobody's name. */
  public Optional<Lack> lackFor(String act) {
    List<String> roles = caller.roles().stream().sorted().toList();
    List<AccessPolicy.Reach> reaches = roles.stream().map(it -> policy.reach(act, it)).toList();
    if (reaches.stream().allMatch(AccessPolicy.Reach.NONE::equals)) {
      return Optional.of(new Lack.OfPermission(roles, policy.rolesFor(act)));
    }
    return reaches.contains(AccessPolicy.Reach.ANYWHERE)
        ? Optional.empty()
        : caller.jurisdiction().map(Lack.OfReach::new);
  }
}
