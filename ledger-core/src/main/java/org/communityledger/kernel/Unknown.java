package org.communityledger.kernel;

/** An id was given under which nothing is recorded. The refusal comes with what was looked for and how far. */
public interface Unknown extends Refusal {
  /** The id. */
  Id id();

  /** The refusal for a party. */
  static Unknown party(Party party) {
    return switch (party) {
      case PersonId person -> new UnknownPerson(person);
      case HouseholdId household -> new UnknownHousehold(household);
      case OrgId org -> new UnknownOrg(org);
    };
  }

  /** No person is registered under the id. */
  record UnknownPerson(PersonId id) implements Unknown {
    @Override
    public String english() {
      return "No person is registered as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有登记编号为" + id + "的人员。";
    }
  }

  /** No household is registered under the id. */
  record UnknownHousehold(HouseholdId id) implements Unknown {
    @Override
    public String english() {
      return "No household is registered as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有登记编号为" + id + "的家庭。";
    }
  }

  /** No organisation is registered under the id. */
  record UnknownOrg(OrgId id) implements Unknown {
    @Override
    public String english() {
      return "No organisation is registered as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有登记编号为" + id + "的组织。";
    }
  }

  /** No place is registered under the id. */
  record UnknownPlace(PlaceId id) implements Unknown {
    @Override
    public String english() {
      return "No place is registered as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有登记编号为" + id + "的地点。";
    }
  }

  /** No activity is planned under the id. */
  record UnknownActivity(ActivityId id) implements Unknown {
    @Override
    public String english() {
      return "No activity is planned as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的活动。";
    }
  }

  /** No case is reported under the id. */
  record UnknownCase(CaseId id) implements Unknown {
    @Override
    public String english() {
      return "No case is reported as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有上报编号为" + id + "的事项。";
    }
  }

  /** No site is opened under the id. */
  record UnknownSite(SiteId id) implements Unknown {
    @Override
    public String english() {
      return "No site is opened as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的阵地。";
    }
  }

  /** No asset is installed under the id. */
  record UnknownAsset(AssetId id) implements Unknown {
    @Override
    public String english() {
      return "No asset is installed as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的设施。";
    }
  }

  /** No frame is declared under the id. */
  record UnknownFrame(FrameId id) implements Unknown {
    @Override
    public String english() {
      return "No frame is declared as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的底数。";
    }
  }

  /** No deadline policy is defined under the id. */
  record UnknownPolicy(PolicyId id) implements Unknown {
    @Override
    public String english() {
      return "No deadline policy is defined as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的办理时限规定。";
    }
  }

  /** No event is recorded under the id. */
  record UnknownEvent(EventId id) implements Unknown {
    @Override
    public String english() {
      return "No event is recorded as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的事件。";
    }
  }

  /** No legal hold is placed under the id. */
  record UnknownHold(HoldId id) implements Unknown {
    @Override
    public String english() {
      return "No legal hold is placed as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的法律保全。";
    }
  }
}
