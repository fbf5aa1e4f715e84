package org.communityledger.parties;

import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;

/** Why something about persons, households and organisations is not recorded. */
public sealed interface PartyRefusal extends Refusal {
  /** The id stands for a person, household or organisation already. */
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

  /** The person belongs to a household already. */
  record MemberElsewhere(PersonId person, HouseholdId household) implements PartyRefusal {
    @Override
    public String english() {
      return "Person " + person + " belongs to household " + household + "; move them from there.";
    }

    @Override
    public String chinese() {
      return "人员 " + person + " 已是家庭 " + household + " 的成员，请从该家庭迁出。";
    }
  }

  /** The person does not belong to the household they are said to leave. */
  record NotAMember(PersonId person, HouseholdId household) implements PartyRefusal {
    @Override
    public String english() {
      return "Person " + person + " does not belong to household " + household + ".";
    }

    @Override
    public String chinese() {
      return "人员 " + person + " 不是家庭 " + household + " 的成员。";
    }
  }

  /** The name stands for something already, for another thing or, no less surely, for the same. */
  record AliasTaken(String alias, Tag holder) implements PartyRefusal {
    @Override
    public String english() {
      return "The name '" + alias + "' already stands for " + holder + ".";
    }

    @Override
    public String chinese() {
      return "名称“" + alias + "”已指 " + holder + "。";
    }
  }
}
