package org.communityledger.projection.parties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.OrgRegistration;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.parties.PartyEvent.AliasRecorded;

/**
 * An organisation as it is registered.
 *
 * @param org the organisation
 * @param kind what sort of organisation
 * @param name its name
 * @param nameComplete false where the source cuts the name off or leaves it out
 * @param parent the organisation next above
 * @param place where it is
 * @param aliases its other names, in the order in which they were first recorded
 * @param branch that it is a branch, if it was founded as one
 */
public record OrgRow(
    OrgId org,
    String kind,
    String name,
    boolean nameComplete,
    Optional<OrgId> parent,
    Optional<PlaceId> place,
    List<Alias> aliases,
    Optional<Branch> branch) {
  public OrgRow {
    aliases = List.copyOf(aliases);
  }

  /**
   * Another name.
   *
   * @param text the name
   * @param confirmed whether it is certain that it stands for this organisation
   */
  public record Alias(String text, boolean confirmed) {}

  /**
   * That an organisation is a branch.
   *
   * @param founded when it was founded
   * @param dissolved when it was dissolved, if it was
   */
  public record Branch(When founded, Optional<When> dissolved) {}

  static OrgRow of(OrgRegistration it, When occurred) {
    Optional<Branch> branch = it instanceof BranchFounded
        ? Optional.of(new Branch(occurred, Optional.empty()))
        : Optional.empty();
    return new OrgRow(it.created(), it.kind(), it.name(), it.nameComplete(), it.parent(), it.place(), List.of(),
        branch);
  }

  /** Whether it was founded as a branch and has not been dissolved. */
  public boolean isActiveBranch() {
    return branch.filter(it -> it.dissolved().isEmpty()).isPresent();
  }

  OrgRow dissolved(When when) {
    return new OrgRow(org, kind, name, nameComplete, parent, place, aliases,
        branch.map(it -> new Branch(it.founded(), Optional.of(when))));
  }

  OrgRow named(AliasRecorded recorded) {
    Alias alias = new Alias(recorded.alias(), recorded.confirmed());
    boolean known = aliases.stream().anyMatch(it -> it.text().equals(alias.text()));
    List<Alias> named = known
        ? aliases.stream().map(it -> it.text().equals(alias.text()) ? alias : it).toList()
        : Stream.concat(aliases.stream(), Stream.of(alias)).toList();
    return new OrgRow(org, kind, name, nameComplete, parent, place, named, branch);
  }
}
