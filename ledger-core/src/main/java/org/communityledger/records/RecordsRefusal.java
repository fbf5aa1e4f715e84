package org.communityledger.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;

/** Why something about the record is not recorded. Any command that needs an approval can be refused for lack of it. */
public sealed interface RecordsRefusal extends Refusal {
  /** The id stands for an approval already. */
  record AlreadyGiven(ApprovalId approval) implements RecordsRefusal {
    @Override
    public String english() {
      return "Approval " + approval + " was already given.";
    }

    @Override
    public String chinese() {
      return "审批 " + approval + " 已作出。";
    }
  }

  /** No approval was cited, or it does not exist, or it was given for another act or another thing. */
  record ApprovalMissing(Optional<ApprovalId> approval, String act, Tag target) implements RecordsRefusal {
    @Override
    public String english() {
      return approval.map(it -> "Approval " + it + " was not given").orElse("No approval was cited") + " for " + act
          + " on " + target + ".";
    }

    @Override
    public String chinese() {
      return "缺少对 " + target + " 执行 " + act + " 的审批" + approval.map(it -> "（" + it + "）").orElse("") + "。";
    }
  }

  /** The one who acts gave the approval. */
  record SelfApproval(ApprovalId approval, Party approver) implements RecordsRefusal {
    @Override
    public String english() {
      return "Approval " + approval + " was given by " + approver.tag() + ", who cannot approve an act of their own.";
    }

    @Override
    public String chinese() {
      return "审批 " + approval + " 由 " + approver.tag() + " 作出，不得审批本人的行为。";
    }
  }

  /** The approval was used before. */
  record ApprovalUsed(ApprovalId approval) implements RecordsRefusal {
    @Override
    public String english() {
      return "Approval " + approval + " was already used; an approval is for one act.";
    }

    @Override
    public String chinese() {
      return "审批 " + approval + " 已使用，一次审批只能用于一次行为。";
    }
  }

  /** The event was taken back before. */
  record AlreadyRetracted(EventId event) implements RecordsRefusal {
    @Override
    public String english() {
      return "Event " + event + " was already retracted.";
    }

    @Override
    public String chinese() {
      return "事件 " + event + " 已撤销。";
    }
  }

  /** The world went on from the event; another act undoes it. */
  record UseCompensation(EventId event) implements RecordsRefusal {
    @Override
    public String english() {
      return "Event " + event + " cannot be retracted; undo it by an act of its own, such as reopening a closed case.";
    }

    @Override
    public String chinese() {
      return "事件 " + event + " 不能撤销，请用相应的业务操作（如重新立案）予以纠正。";
    }
  }

  /** Later events rest on the event; their positions come with the refusal. */
  record DependentEvents(EventId event) implements RecordsRefusal {
    @Override
    public String english() {
      return "Later events rest on event " + event
          + "; retract those first, or replace it with a command about the same thing.";
    }

    @Override
    public String chinese() {
      return "后续事件以事件 " + event + " 为依据，请先撤销后续事件，或以同一对象的更正取代。";
    }
  }

  /** Nothing is recorded about what is to be erased or held; the refusal comes with what was looked for and how far. */
  record UnknownSubject(Tag subject) implements RecordsRefusal {
    @Override
    public String english() {
      return "Nothing is recorded about " + subject + ".";
    }

    @Override
    public String chinese() {
      return "没有关于 " + subject + " 的记录。";
    }
  }

  /** Holds forbid to erase the subject; their positions come with the refusal. */
  record LegalHold(Tag subject, List<HoldId> holds) implements RecordsRefusal {
    public LegalHold {
      holds = List.copyOf(holds);
    }

    @Override
    public String english() {
      return subject + " is under legal hold " + joined(", ") + " and cannot be erased before that is lifted.";
    }

    @Override
    public String chinese() {
      return subject + " 处于法律保全 " + joined("、") + " 之下，解除前不得删除。";
    }

    private String joined(String comma) {
      return holds.stream().map(HoldId::value).collect(Collectors.joining(comma));
    }
  }

  /** The id stands for a hold already. */
  record AlreadyHeld(HoldId hold) implements RecordsRefusal {
    @Override
    public String english() {
      return "Legal hold " + hold + " was already placed.";
    }

    @Override
    public String chinese() {
      return "法律保全 " + hold + " 已设立。";
    }
  }

  /** The hold was lifted before. */
  record AlreadyLifted(HoldId hold) implements RecordsRefusal {
    @Override
    public String english() {
      return "Legal hold " + hold + " was already lifted.";
    }

    @Override
    public String chinese() {
      return "法律保全 " + hold + " 已解除。";
    }
  }

  /** It is said that an erasure is done which that event did not ask for. */
  record ErasureNotRequested(Tag subject, EventId request) implements RecordsRefusal {
    @Override
    public String english() {
      return "Event " + request + " did not ask for the erasure of " + subject + ".";
    }

    @Override
    public String chinese() {
      return "事件 " + request + " 并未申请删除 " + subject + " 的个人信息。";
    }
  }

  /** The erasure was completed before. */
  record ErasureCompleted(Tag subject) implements RecordsRefusal {
    @Override
    public String english() {
      return "The erasure of " + subject + " was already completed.";
    }

    @Override
    public String chinese() {
      return subject + " 的个人信息已删除完毕。";
    }
  }

  /** The ledger counts no such figure, or none with such labels. */
  record UnknownFigure(String figure) implements RecordsRefusal {
    @Override
    public String english() {
      return "The ledger counts no figure " + figure + ".";
    }

    @Override
    public String chinese() {
      return "台账没有指标 " + figure + "。";
    }
  }

  /**
   * What is said counts something else than the figure does.
   *
   * @param figure the figure
   * @param counted what the figure counts: a unit, and of a rate after a slash that of the whole; {@code *} for any
   * @param attested what is said to be counted
   */
  record UnitMismatch(String figure, String counted, String attested) implements RecordsRefusal {
    @Override
    public String english() {
      return "Figure " + figure + " counts " + counted + ", not " + attested + ".";
    }

    @Override
    public String chinese() {
      return "指标 " + figure + " 的计量单位为 " + counted + "，而非 " + attested + "。";
    }
  }

  /** What was said of the figure was withdrawn before. */
  record AlreadyWithdrawn(EventId attestation) implements RecordsRefusal {
    @Override
    public String english() {
      return "The attestation of event " + attestation + " was already withdrawn.";
    }

    @Override
    public String chinese() {
      return "事件 " + attestation + " 的申报已撤回。";
    }
  }
}
