package org.communityledger.records;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.UsesApproval;
import org.communityledger.records.RecordsEvent.ApprovalGiven;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.ApprovalUsed;
import org.communityledger.records.RecordsRefusal.SelfApproval;

/**
 * An approval as it stands.
 *
 * @param id the approval cited, if one was
 * @param given how it was given, if it was
 * @param used the position of the event that used it, if one did
 */
public record Approval(Optional<ApprovalId> id, Optional<Given> given, Optional<Long> used) {
  /**
   * How an approval was given.
   *
   * @param position where
   * @param by by whom
   * @param what the stored name of the command it allows
   * @param target the tag of the thing it allows it on
   */
  public record Given(long position, Actor by, String what, Tag target) {}

  static Approval cited(Optional<ApprovalId> id) {
    return new Approval(id, Optional.empty(), Optional.empty());
  }

  static Approval evolve(Approval approval, RecordedEvent recorded) {
    if (recorded.event() instanceof ApprovalGiven it) {
      Given given = new Given(recorded.position(), recorded.header().actor(), it.what(), it.target());
      return new Approval(approval.id, Optional.of(given), approval.used);
    }
    // A retraction carries the tags of what it took back, so the tag alone does not mean that it used this approval.
    if (recorded.event() instanceof UsesApproval it && it.approval().equals(approval.id)) {
      return new Approval(approval.id, approval.given, Optional.of(recorded.position()));
    }
    return approval;
  }

  /**
   * Why it does not allow the header's actor to do the act; empty if it does: it was given for this act on this target,
   * by somebody else, and was not used.
   *
   * @param act the stored name of the command: {@code cases.CloseCase}
   * @param target the tag of the thing it is done to
   * @param header the header of the command
   */
  public Optional<Decision> objection(String act, Tag target, Header header) {
    if (id.isEmpty()) return Optional.of(refuse(new ApprovalMissing(id, act, target)));
    if (given.isEmpty()) {
      return Optional.of(refuseAbsent(new ApprovalMissing(id, act, target), Selection.of(id.get().tag(),
          ApprovalGiven.class)));
    }
    Given grant = given.get();
    if (!grant.what().equals(act) || !grant.target().equals(target)) {
      return Optional.of(refuse(new ApprovalMissing(id, act, target), grant.position()));
    }
    if (grant.by().who().equals(header.actor().who())) {
      return Optional.of(refuse(new SelfApproval(id.get(), grant.by().who()), grant.position()));
    }
    return used.map(position -> refuse(new ApprovalUsed(id.get()), position));
  }
}
