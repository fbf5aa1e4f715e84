package org.communityledger.parties;

import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Refusal;

/** Why something about persons and organisations is not recorded. */
public sealed interface PartyRefusal extends Refusal {
  /** The id stands for a person or organisation already. */
  record AlreadyRegistered(Party party) implements PartyRefusal {
    @Override
    public String english() {
      return party.tag() + " is already registered.";
    }

    @Override
    public String chinese() {
      return party.tag() + " 已登记。";
    }
  }

  /** An organisation would stand below itself. */
  record OrgCycle(OrgId org, OrgId parent) implements PartyRefusal {
    @Override
    public String english() {
      return "Organisation " + org + " cannot stand below " + parent + ", which stands below it or is the same.";
    }

    @Override
    public String chinese() {
      return "组织 " + org + " 不能隶属于 " + parent + "：后者是其自身或其下级。";
    }
  }
}
