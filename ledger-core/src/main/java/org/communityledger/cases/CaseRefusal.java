package org.communityledger.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Refusal;

/** Why something about a case is not recorded. */
public sealed interface CaseRefusal extends Refusal {

  /** The id stands for a case already. */
  record AlreadyReported(CaseId caseId) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " was already reported.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 已上报。";
    }
  }

  /** The way of a case does not lead through this act at this stage. */
  record WrongStage(CaseId caseId, Stage stage) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " is " + stage + "; at this stage that cannot be done.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 处于" + stage.chinese() + "阶段，不能进行此操作。";
    }
  }

  /** A case is declined because somebody else is responsible, but nobody is named. */
  record ReferralMissing(CaseId caseId) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " is declined as the business of somebody else; name to whom it is referred.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 因不属本单位职责不予立案，须写明转交单位。";
    }
  }

  /** A version of the policy as high as this one is in force already. */
  record AlreadyDefined(PolicyId policy, int version, int inForce) implements CaseRefusal {
    @Override
    public String english() {
      return "Policy " + policy + " is at version " + inForce + "; version " + version + " cannot follow.";
    }

    @Override
    public String chinese() {
      return "时限规定 " + policy + " 已是第 " + inForce + " 版，不能再定义第 " + version + " 版。";
    }
  }

  /** A case cannot be its own duplicate. */
  record DuplicateOfItself(CaseId caseId) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " cannot be a duplicate of itself.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 不能与自身重复。";
    }
  }

  /** Duplicates point at a case of its own: not at a duplicate, and not from a case others point at. */
  record DuplicateChain(CaseId caseId, CaseId of) implements CaseRefusal {
    @Override
    public String english() {
      return "Marking case " + caseId + " as a duplicate of " + of + " would make a chain of duplicates.";
    }

    @Override
    public String chinese() {
      return "将事项 " + caseId + " 标为与 " + of + " 重复会形成重复链。";
    }
  }

  /** The case is closed. */
  record CaseClosed(CaseId caseId) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " is closed; reopen it first.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 已结案，请先重新立案。";
    }
  }

  /** Nobody has the assignment, or somebody else has it. */
  record NotAssigned(CaseId caseId, Optional<Party> assigned) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId
          + assigned.map(it -> " is assigned to " + it.tag() + ".").orElse(" is assigned to nobody.");
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + assigned.map(it -> " 已派遣给 " + it.tag() + "。").orElse(" 尚未派遣。");
    }
  }

  /** Work on a grave case needs a plan. */
  record PlanMissing(CaseId caseId) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " is of high severity; agree a plan before completing the work.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 为高风险，完成处置前须先商定方案。";
    }
  }

  /** The doer does not verify. */
  record VerifierIsDoer(CaseId caseId, Party doer) implements CaseRefusal {
    @Override
    public String english() {
      return "The work on case " + caseId + " was done by " + doer.tag() + "; somebody else verifies it.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 由 " + doer.tag() + " 处置，须由他人核查。";
    }
  }

  /** No completed work waits for verification. */
  record NothingToVerify(CaseId caseId) implements CaseRefusal {
    @Override
    public String english() {
      return "There is no completed work on case " + caseId + " to verify.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 没有待核查的处置结果。";
    }
  }

  /** Fixed is said only of work that was verified since. */
  record VerificationMissing(CaseId caseId, CaseOutcome outcome) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " cannot be closed " + outcome + " without a verification after the last work.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 未经最近一次处置后的核查，不能以“" + outcome.chinese() + "”结案。";
    }
  }

  /** A case of this kind does not end so. */
  record OutcomeNotAllowed(CaseId caseId, CaseKind kind, CaseOutcome outcome) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " is a " + kind + " and cannot be closed " + outcome + ".";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 属" + kind.chinese() + "，不能以“" + outcome.chinese() + "”结案。";
    }
  }

  /** Only what was closed or declined is reopened. */
  record NotClosed(CaseId caseId, Stage stage) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " is " + stage + "; only a closed or declined case can be reopened.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 处于" + stage.chinese() + "阶段，只有已结案或不予立案的事项才能重新立案。";
    }
  }

  /** The case rests already. */
  record AlreadySuspended(CaseId caseId, LocalDate until) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " is already suspended until " + until + ".";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 已挂账至 " + until + "。";
    }
  }

  /** The new day is not later than the day it has to follow; there may be no such day. */
  record NotLater(CaseId caseId, LocalDate asked, Optional<LocalDate> than) implements CaseRefusal {
    @Override
    public String english() {
      return than.map(it -> asked + " is not later than " + it + " for case " + caseId + ".")
          .orElse("Case " + caseId + " has no due date that could be extended.");
    }

    @Override
    public String chinese() {
      return than.map(it -> "事项 " + caseId + " 的新日期 " + asked + " 不晚于 " + it + "。")
          .orElse("事项 " + caseId + " 没有可延期的办理期限。");
    }
  }

  /** A case is heard at meetings only. */
  record NotAMeeting(CaseId caseId, ActivityId activity) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " cannot be heard at activity " + activity + ", which is no meeting.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 不是会议，不能在其中研究事项 " + caseId + "。";
    }
  }

  /** A case is not heard at a meeting that was not held. */
  record ActivityNotHeld(CaseId caseId, ActivityId activity) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " cannot have been heard at meeting " + activity + ", which was not held.";
    }

    @Override
    public String chinese() {
      return "会议 " + activity + " 未召开，不能在其中研究事项 " + caseId + "。";
    }
  }

  /** The doer does not rate. */
  record RaterIsDoer(CaseId caseId, Party doer) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " was handled by " + doer.tag() + ", who cannot rate it.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 由 " + doer.tag() + " 处置，不能由其自评。";
    }
  }

  /** There is one rating to a case and closing. */
  record AlreadyRated(CaseId caseId) implements CaseRefusal {
    @Override
    public String english() {
      return "Case " + caseId + " was already rated since it was last closed, or before its first closing.";
    }

    @Override
    public String chinese() {
      return "事项 " + caseId + " 在本次结案周期内已评价。";
    }
  }
}
