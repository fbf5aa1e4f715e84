package org.communityledger.records;

import java.util.Optional;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
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
}
