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

  /** No programme is opened under the id. */
  record UnknownProgramme(ProgrammeId id) implements Unknown {
    @Override
    public String english() {
      return "No programme is opened as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的项目。";
    }
  }

  /** No round is opened under the id. */
  record UnknownRound(RoundId id) implements Unknown {
    @Override
    public String english() {
      return "No round is opened as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的批次。";
    }
  }

  /** No stock is received under the id. */
  record UnknownLot(LotId id) implements Unknown {
    @Override
    public String english() {
      return "No stock is received as lot " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的物资批号。";
    }
  }

  /** No stock is dispatched under the id. */
  record UnknownDispatch(DispatchId id) implements Unknown {
    @Override
    public String english() {
      return "No stock is dispatched as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的调拨。";
    }
  }

  /** No entitlement is granted under the id. */
  record UnknownEntitlement(EntitlementId id) implements Unknown {
    @Override
    public String english() {
      return "No entitlement is granted as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的应发资格。";
    }
  }

  /** Nothing is delivered under the id. */
  record UnknownDelivery(DeliveryId id) implements Unknown {
    @Override
    public String english() {
      return "Nothing is delivered as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的发放。";
    }
  }

  /** No ladder is defined under the id. */
  record UnknownLadder(LadderId id) implements Unknown {
    @Override
    public String english() {
      return "No ladder is defined as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的发展阶段序列。";
    }
  }

  /** No standing is recorded under the id. */
  record UnknownStanding(StandingId id) implements Unknown {
    @Override
    public String english() {
      return "No standing is recorded as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的成员身份。";
    }
  }

  /** No appointment is recorded under the id. */
  record UnknownAppointment(AppointmentId id) implements Unknown {
    @Override
    public String english() {
      return "No appointment is recorded as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的任职。";
    }
  }

  /** No bond is formed under the id. */
  record UnknownBond(BondId id) implements Unknown {
    @Override
    public String english() {
      return "No bond is formed as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的结对。";
    }
  }

  /** No honour is granted under the id. */
  record UnknownHonour(HonourId id) implements Unknown {
    @Override
    public String english() {
      return "No honour is granted as " + id + ".";
    }

    @Override
    public String chinese() {
      return "没有编号为" + id + "的荣誉。";
    }
  }
}
