package org.communityledger.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.StandingId;

/** Why something about ladders, branches and standings is not recorded. */
public sealed interface MembershipRefusal extends Refusal {
  /** This version of the ladder, or a later one, is there already. */
  record AlreadyDefined(LadderId ladder, int version, int highest) implements MembershipRefusal {
    @Override
    public String english() {
      return "Ladder " + ladder + " has version " + highest + " already; version " + version
          + " must be a higher one.";
    }

    @Override
    public String chinese() {
      return "发展阶段序列 " + ladder + " 已有第 " + highest + " 版，新版本号须高于此版，不能为 " + version + "。";
    }
  }

  /** A ladder has a stage twice. */
  record StageRepeated(LadderId ladder, String stage) implements MembershipRefusal {
    @Override
    public String english() {
      return "Ladder " + ladder + " has stage " + stage + " twice.";
    }

    @Override
    public String chinese() {
      return "发展阶段序列 " + ladder + " 重复列出阶段 " + stage + "。";
    }
  }

  /** The ladder has no such stage. */
  record UnknownStage(LadderId ladder, int version, String stage) implements MembershipRefusal {
    @Override
    public String english() {
      return "Version " + version + " of ladder " + ladder + " has no stage " + stage + ".";
    }

    @Override
    public String chinese() {
      return "发展阶段序列 " + ladder + " 第 " + version + " 版没有阶段 " + stage + "。";
    }
  }

  /** The id stands for an organisation already. */
  record AlreadyRegistered(OrgId org) implements MembershipRefusal {
    @Override
    public String english() {
      return "Organisation " + org + " is already there; a new branch needs a new id.";
    }

    @Override
    public String chinese() {
      return "组织 " + org + " 已存在；新设支部须用新编号。";
    }
  }

  /**
   * Too few of the founders are at the last stage.
   *
   * @param org the branch to be
   * @param ladder the ladder
   * @param holding how many of them are
   * @param needed how many must be
   */
  record TooFewFounders(OrgId org, LadderId ladder, int holding, int needed) implements MembershipRefusal {
    @Override
    public String english() {
      return "Branch " + org + " takes " + needed + " founders at the last stage of ladder " + ladder + "; " + holding
          + " of those named are.";
    }

    @Override
    public String chinese() {
      return "设立支部 " + org + " 须有 " + needed + " 名处于发展阶段序列 " + ladder + " 最后阶段的发起人，现仅 " + holding + " 名。";
    }
  }

  /** The organisation is no branch, so it is not dissolved as one. */
  record NotABranch(OrgId org) implements MembershipRefusal {
    @Override
    public String english() {
      return "Organisation " + org + " was not founded as a branch.";
    }

    @Override
    public String chinese() {
      return "组织 " + org + " 并非设立的支部。";
    }
  }

  /** The branch is no more. */
  record OrgDissolved(OrgId org) implements MembershipRefusal {
    @Override
    public String english() {
      return "Branch " + org + " is dissolved.";
    }

    @Override
    public String chinese() {
      return "支部 " + org + " 已撤销。";
    }
  }

  /** Somebody still has a standing in the branch. */
  record OpenStandings(OrgId org, List<StandingId> standings) implements MembershipRefusal {
    public OpenStandings {
      standings = List.copyOf(standings);
    }

    @Override
    public String english() {
      return "Branch " + org + " still has open standings: " + joined(", ") + ".";
    }

    @Override
    public String chinese() {
      return "支部 " + org + " 尚有未结束的成员身份：" + joined("、") + "。";
    }

    private String joined(String separator) {
      return String.join(separator, standings.stream().map(StandingId::value).toList());
    }
  }

  /** The id stands for a standing already. */
  record AlreadyRecorded(StandingId standing) implements MembershipRefusal {
    @Override
    public String english() {
      return "Standing " + standing + " is already recorded; a new one needs a new id.";
    }

    @Override
    public String chinese() {
      return "成员身份 " + standing + " 已记录；新的成员身份须用新编号。";
    }
  }

  /** The person has an open standing on the ladder. */
  record DuplicateStanding(PersonId person, LadderId ladder, StandingId standing) implements MembershipRefusal {
    @Override
    public String english() {
      return "Person " + person + " has standing " + standing + " on ladder " + ladder + "; it must end first.";
    }

    @Override
    public String chinese() {
      return "人员 " + person + " 在发展阶段序列 " + ladder + " 上已有成员身份 " + standing + "，须先结束。";
    }
  }

  /**
   * The person is registered as too young.
   *
   * @param person who
   * @param stage the stage
   * @param minAge how old one must be to come to it, in years
   */
  record UnderAge(PersonId person, String stage, int minAge) implements MembershipRefusal {
    @Override
    public String english() {
      return "Person " + person + " is registered as under 18, and stage " + stage + " takes " + minAge
          + " years; if that has changed, correct the registration.";
    }

    @Override
    public String chinese() {
      return "人员 " + person + " 登记为未满18周岁，而阶段 " + stage + " 须满 " + minAge + " 周岁；如情况已变，请更正登记。";
    }
  }

  /** The standing is somebody else's. */
  record StandingOfAnother(StandingId standing, PersonId person) implements MembershipRefusal {
    @Override
    public String english() {
      return "Standing " + standing + " is not that of person " + person + ".";
    }

    @Override
    public String chinese() {
      return "成员身份 " + standing + " 不属于人员 " + person + "。";
    }
  }

  /** The standing is over. */
  record StandingClosed(StandingId standing, StandingEnd end) implements MembershipRefusal {
    @Override
    public String english() {
      return "Standing " + standing + " is " + end.english() + ".";
    }

    @Override
    public String chinese() {
      return "成员身份 " + standing + " " + end.chinese() + "。";
    }
  }

  /**
   * The stage is not the one that follows.
   *
   * @param standing the standing
   * @param from the stage it is at
   * @param to the stage asked for
   * @param next the stage that follows; empty if none does
   */
  record StageSkipped(StandingId standing, String from, String to, Optional<String> next)
      implements
        MembershipRefusal {
    @Override
    public String english() {
      return "Standing " + standing + " cannot come from stage " + from + " to " + to + "; "
          + next.map(it -> it + " follows").orElse("no stage follows") + ".";
    }

    @Override
    public String chinese() {
      return "成员身份 " + standing + " 不能由阶段 " + from + " 进入 " + to + "；" + next.map(it -> "下一阶段为 " + it).orElse("其后没有阶段")
          + "。";
    }
  }

  /**
   * However kindly the dates are read, the person had not stayed long enough.
   *
   * @param standing the standing
   * @param from the stage to be left
   * @param possibleFrom the first day on which it can be left
   * @param latest the last day on which it can have been left
   */
  record StageTooEarly(StandingId standing, String from, LocalDate possibleFrom, LocalDate latest)
      implements
        MembershipRefusal {
    @Override
    public String english() {
      return "Standing " + standing + " can leave stage " + from + " from " + possibleFrom + " on, not on " + latest
          + " or before.";
    }

    @Override
    public String chinese() {
      return "成员身份 " + standing + " 自 " + possibleFrom + " 起方可离开阶段 " + from + "，不得在 " + latest + " 或之前。";
    }
  }

  /**
   * Something that must be shown is not.
   *
   * @param standing the standing
   * @param stage the stage it is needed for
   * @param missing what sorts of evidence are missing; none if any would do
   */
  record EvidenceMissing(StandingId standing, String stage, List<String> missing) implements MembershipRefusal {
    public EvidenceMissing {
      missing = List.copyOf(missing);
    }

    @Override
    public String english() {
      return "Standing " + standing + " at stage " + stage + " takes "
          + (missing.isEmpty() ? "some evidence" : "evidence that is missing: " + String.join(", ", missing)) + ".";
    }

    @Override
    public String chinese() {
      return "成员身份 " + standing + " 进入阶段 " + stage + " 须附证明材料"
          + (missing.isEmpty() ? "" : "，缺少：" + String.join("、", missing)) + "。";
    }
  }

  /** The person would decide about their own standing. */
  record SelfDecision(StandingId standing, PersonId person) implements MembershipRefusal {
    @Override
    public String english() {
      return "Person " + person + " cannot decide about standing " + standing + ", which is their own.";
    }

    @Override
    public String chinese() {
      return "人员 " + person + " 不能决定本人的成员身份 " + standing + "。";
    }
  }
}
