package org.communityledger.records;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Office;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.UsesApproval;
import org.communityledger.kernel.When;
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
   * @param on when it was given
   * @param offices the offices of whoever gave it: those a person ever held, or those ever held in an organisation
   */
  public record Given(long position, Actor by, String what, Tag target, When on, List<Office> offices) {
    public Given {
      offices = List.copyOf(offices);
    }

    Given knowing(List<Office> found) {
      return new Given(position, by, what, target, on, found);
    }

    /**
     * The positions of what makes whoever gave it one with the actor; empty if they are two. Two persons who are named are
     * two, also where both act for the same organisation. An organisation in whose name somebody acts without being named
     * may be anybody who acts for it or holds an appointment in it on the day of the approval or of the act.
     */
    private List<Long> unityWith(Actor actor, When act) {
      if (by.actsAs(actor.who()) || actor.actsAs(by.who())) return List.of(position);
      return offices.stream().filter(it -> joins(it, actor, act)).findFirst()
          .map(it -> List.of(it.since(), position)).orElse(List.of());
    }

    private boolean joins(Office office, Actor actor, When act) {
      Set<Party> other = Set.of(actor.who());
      return office.joins(by.who(), other, on) || office.joins(by.who(), other, act);
    }
  }

  static Approval cited(Optional<ApprovalId> id) {
    return new Approval(id, Optional.empty(), Optional.empty());
  }

  Approval knowing(List<Office> offices) {
    return new Approval(id, given.map(it -> it.knowing(offices)), used);
  }

  static Approval evolve(Approval approval, RecordedEvent recorded) {
    if (recorded.event() instanceof ApprovalGiven it) {
      Given given = new Given(recorded.position(), recorded.header().actor(), it.what(), it.target(),
          recorded.header().occurred(), List.of());
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
   * by somebody else, their appointments considered, and was not used.
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
    List<Long> unity = grant.unityWith(header.actor(), header.occurred());
    if (!unity.isEmpty()) {
      return Optional.of(refuse(new SelfApproval(id.get(), grant.by().who()),
          unity.stream().mapToLong(Long::longValue).toArray()));
    }
    return used.map(position -> refuse(new ApprovalUsed(id.get()), position));
  }
}
