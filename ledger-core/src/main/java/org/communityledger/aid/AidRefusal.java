package org.communityledger.aid;

import java.util.Optional;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unit;

/** Why something about entitlements, deliveries and findings is not recorded. */
public sealed interface AidRefusal extends Refusal {
  /** The id stands for an entitlement already. */
  record EntitlementExists(EntitlementId entitlement) implements AidRefusal {
    @Override
    public String english() {
      return "There is already an entitlement " + entitlement + ".";
    }

    @Override
    public String chinese() {
      return "应发记录 " + entitlement + " 已存在。";
    }
  }

  /** The id stands for a delivery already. */
  record DeliveryExists(DeliveryId delivery) implements AidRefusal {
    @Override
    public String english() {
      return "There is already a delivery " + delivery + ".";
    }

    @Override
    public String chinese() {
      return "发放记录 " + delivery + " 已存在。";
    }
  }

  /** The programme serves another kind of party. */
  record WrongParty(ProgrammeId programme, Party party, Unit serves) implements AidRefusal {
    @Override
    public String english() {
      return "Programme " + programme + " serves " + (serves.equals(Unit.HOUSEHOLD) ? "households" : "persons")
          + ", not "
          + party.tag() + ".";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 的发放对象为" + (serves.equals(Unit.HOUSEHOLD) ? "家庭" : "个人") + "，不是 "
          + party.tag() + "。";
    }
  }

  /** The party is none of those the programme is for. */
  record NotEligible(ProgrammeId programme, Party party) implements AidRefusal {
    @Override
    public String english() {
      return party.tag() + " is none of those programme " + programme + " is for.";
    }

    @Override
    public String chinese() {
      return party.tag() + " 不属于项目 " + programme + " 的发放对象。";
    }
  }

  /** So many parties are counted already as the quota allows. */
  record QuotaExhausted(ProgrammeId programme, Optional<RoundId> round, long quota) implements AidRefusal {
    @Override
    public String english() {
      return "The quota of " + quota + " of programme " + programme + round.map(it -> ", round " + it).orElse("")
          + " is used up.";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + round.map(it -> " 批次 " + it).orElse("") + " 的 " + quota + " 个名额已满。";
    }
  }

  /** The party, or somebody who counts with it, was granted something in the round already. */
  record AlreadyEntitled(ProgrammeId programme, Party party, EntitlementId by) implements AidRefusal {
    @Override
    public String english() {
      return party.tag() + " already has entitlement " + by + " in programme " + programme + ".";
    }

    @Override
    public String chinese() {
      return party.tag() + " 在项目 " + programme + " 中已有应发记录 " + by + "。";
    }
  }

  /** The party has something of a programme with which this one does not go together. */
  record ExcludedByOther(ProgrammeId programme, ProgrammeId other, Party party) implements AidRefusal {
    @Override
    public String english() {
      return party.tag() + " takes part in programme " + other + ", which excludes programme " + programme + ".";
    }

    @Override
    public String chinese() {
      return party.tag() + " 已参加项目 " + other + "，不得同时参加项目 " + programme + "。";
    }
  }

  /** All of the entitlement was given. */
  record AlreadyFulfilled(EntitlementId entitlement) implements AidRefusal {
    @Override
    public String english() {
      return "All of entitlement " + entitlement + " was given.";
    }

    @Override
    public String chinese() {
      return "应发记录 " + entitlement + " 已全部发放。";
    }
  }

  /** The entitlement was taken back already. */
  record AlreadyRevoked(EntitlementId entitlement) implements AidRefusal {
    @Override
    public String english() {
      return "Entitlement " + entitlement + " is already revoked.";
    }

    @Override
    public String chinese() {
      return "应发记录 " + entitlement + " 已撤销。";
    }
  }

  /** The party, or somebody who counts with it, got as much as the limit allows. */
  record AlreadyServed(ProgrammeId programme, Party party, Limit limit) implements AidRefusal {
    @Override
    public String english() {
      return party.tag() + " was served by programme " + programme + " already, and no more than " + limit.max()
          + " per "
          + switch (limit.per()) {
            case PROGRAMME -> "programme";
            case ROUND -> "round";
            case DAY -> "day";
            case SERVICE -> "service";
          } + " is allowed.";
    }

    @Override
    public String chinese() {
      return party.tag() + " 已在项目 " + programme + " 中领取，每" + switch (limit.per()) {
        case PROGRAMME -> "项目";
        case ROUND -> "批次";
        case DAY -> "日";
        case SERVICE -> "类";
      } + "至多 " + limit.max() + " 次。";
    }
  }

  /** The party, or somebody who counts with it, got something too few days ago. */
  record TooSoon(ProgrammeId programme, Party party, int minInterval) implements AidRefusal {
    @Override
    public String english() {
      return party.tag() + " was served by programme " + programme + " less than " + minInterval + " days apart.";
    }

    @Override
    public String chinese() {
      return party.tag() + " 在项目 " + programme + " 中的领取间隔不足 " + minInterval + " 天。";
    }
  }

  /** There is no entitlement in force by which the party may have it. */
  record NotEntitled(ProgrammeId programme, Party party) implements AidRefusal {
    @Override
    public String english() {
      return party.tag() + " has no entitlement in force for this in programme " + programme + ".";
    }

    @Override
    public String chinese() {
      return party.tag() + " 在项目 " + programme + " 中没有有效的应发记录。";
    }
  }

  /** More would be given of the item than was granted. */
  record OverEntitlement(EntitlementId entitlement, String item) implements AidRefusal {
    @Override
    public String english() {
      return "Entitlement " + entitlement + " does not cover as much of " + item + ".";
    }

    @Override
    public String chinese() {
      return "应发记录 " + entitlement + " 中的 " + item + " 数量不足。";
    }
  }

  /** The lot or the entitlement is of something else. */
  record WrongItem(String item, Tag source) implements AidRefusal {
    @Override
    public String english() {
      return "There is no " + item + " in that unit in " + source + ".";
    }

    @Override
    public String chinese() {
      return source + " 中没有该计量单位的 " + item + "。";
    }
  }

  /** The lot was past its date when it was given out. */
  record LotExpired(LotId lot) implements AidRefusal {
    @Override
    public String english() {
      return "Lot " + lot + " was past its date on that day.";
    }

    @Override
    public String chinese() {
      return "物资批次 " + lot + " 当日已过保质期。";
    }
  }

  /** Whoever hands something out does not receive it. */
  record DelivererIsRecipient(DeliveryId delivery, Party party) implements AidRefusal {
    @Override
    public String english() {
      return party.tag() + " cannot both hand out and receive delivery " + delivery + ".";
    }

    @Override
    public String chinese() {
      return party.tag() + " 不能既是发放 " + delivery + " 的发放人又是领取人。";
    }
  }

  /** The programme serves only parties that are named. */
  record CrowdNotAllowed(ProgrammeId programme) implements AidRefusal {
    @Override
    public String english() {
      return "Programme " + programme + " is only given to parties that are named.";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 只能具名发放。";
    }
  }

  /** People are counted in another unit than the programme serves. */
  record UnitMismatch(ProgrammeId programme, Unit counted, Unit serves) implements AidRefusal {
    @Override
    public String english() {
      return "Programme " + programme + " counts " + serves + ", not " + counted + ".";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 按" + serves.chinese() + "计数，不按" + counted.chinese() + "。";
    }
  }

  /** The delivery was undone already. */
  record AlreadyReversed(DeliveryId delivery) implements AidRefusal {
    @Override
    public String english() {
      return "Delivery " + delivery + " is already reversed.";
    }

    @Override
    public String chinese() {
      return "发放记录 " + delivery + " 已冲正。";
    }
  }

  /** More would come back into a lot than was given out of it. */
  record ReturnsMoreThanGiven(DeliveryId delivery, LotId lot, long given) implements AidRefusal {
    @Override
    public String english() {
      return "Delivery " + delivery + " took " + given + " out of lot " + lot + "; no more can come back.";
    }

    @Override
    public String chinese() {
      return "发放 " + delivery + " 从物资批次 " + lot + " 中发出 " + given + "，退回不得超过该数量。";
    }
  }

  /** The delivery is no examination of that party in a screening. */
  record NotAScreening(DeliveryId delivery) implements AidRefusal {
    @Override
    public String english() {
      return "Delivery " + delivery + " is no examination of that party in a screening.";
    }

    @Override
    public String chinese() {
      return "发放记录 " + delivery + " 不是该对象的筛查。";
    }
  }

  /** What the examination found is recorded already. */
  record FindingExists(DeliveryId delivery) implements AidRefusal {
    @Override
    public String english() {
      return "The finding of " + delivery + " is already recorded.";
    }

    @Override
    public String chinese() {
      return "筛查 " + delivery + " 的结果已记录。";
    }
  }

  /** There is no follow-up to be closed. */
  record NoFollowUp(DeliveryId delivery) implements AidRefusal {
    @Override
    public String english() {
      return "There is no open follow-up of " + delivery + ".";
    }

    @Override
    public String chinese() {
      return "筛查 " + delivery + " 没有待完成的随访。";
    }
  }
}
