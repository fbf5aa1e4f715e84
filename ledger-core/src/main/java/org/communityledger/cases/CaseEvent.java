package org.communityledger.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Located;
import org.communityledger.kernel.NeedsCompensation;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UsesApproval;

/**
 * What happened to a case. An event that rests on an earlier one names it and carries its tag, so that the earlier one
 * is not retracted from under it.
 */
public sealed interface CaseEvent extends Event, Personal {
  CaseId caseId();

  @Override
  default SealedFor sealedFor(String member) {
    return CasePurpose.of(caseId());
  }

  @Override
  default Set<Tag> tags() {
    return Tag.allOf(caseId());
  }

  /** Somebody reported a matter. */
  record CaseReported(
      CaseId caseId,
      CaseKind kind,
      String category,
      PlaceId place,
      Optional<Tally> extent,
      Severity severity,
      Optional<Sealed<String>> narrative,
      Optional<Party> reporter,
      Channel channel,
      Optional<Sealed<Photos>> photos,
      Optional<Tally> affects) implements CaseEvent, Located {
    @Override
    public Id created() {
      return caseId;
    }

    @Override
    public PlaceId whereabouts() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), Optional.of(place), reporter);
    }
  }

  /** The owner took the case up. The due date, if any, comes from that version of the policy. */
  record CaseAccepted(CaseId caseId, OrgId owner, Optional<AppliedPolicy> policy, Optional<LocalDate> dueBy)
      implements
        CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), Optional.of(owner), policy.map(AppliedPolicy::definition));
    }
  }

  /**
   * The policy that was used.
   *
   * @param policy the policy
   * @param version the version used
   * @param definition the event that defined it
   */
  record AppliedPolicy(PolicyId policy, int version, EventId definition) {}

  /** The case was not taken up. */
  record CaseDeclined(CaseId caseId, DeclineGround why, Optional<OrgId> referTo) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), referTo);
    }
  }

  /** The case is the same matter as another one. */
  record CaseMarkedDuplicate(CaseId caseId, CaseId of) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, of);
    }
  }

  /** The case is a matter of its own after all. */
  record DuplicateUnmarked(CaseId caseId, CaseId of, EventId marking) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, of, marking);
    }
  }

  /** The matter was made less dangerous for the time being. */
  record InterimMeasureTaken(CaseId caseId, String measure) implements CaseEvent {}

  /** The matter was looked into. */
  record SurveyRecorded(CaseId caseId, Optional<Sealed<String>> findings) implements CaseEvent {}

  /** It was agreed what is to be done. */
  record PlanAgreed(
      CaseId caseId,
      List<String> measures,
      Optional<Tally> scope,
      Extent extent,
      Optional<Party> agreedBy) implements CaseEvent {
    public PlanAgreed {
      measures = List.copyOf(measures);
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), agreedBy);
    }
  }

  /**
   * The matter was given to somebody to be done; {@code acceptance} is the acceptance or reopening that put the case in
   * hand.
   */
  record CaseAssigned(CaseId caseId, Party doer, String task, Optional<LocalDate> dueBy, Optional<EventId> acceptance)
      implements
        CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), Optional.of(doer), acceptance);
    }
  }

  /** The assignment was given back or taken back. */
  record AssignmentReturned(CaseId caseId, EventId assignment) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, assignment);
    }
  }

  /** The work began. */
  record WorkStarted(CaseId caseId, EventId assignment) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, assignment);
    }
  }

  /** The work was done, says the doer. */
  record WorkCompleted(
      CaseId caseId,
      Party doer,
      Optional<Tally> scopeDone,
      Extent extent,
      Optional<Tally> effort,
      Optional<Sealed<Photos>> photos,
      EventId assignment) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, doer, assignment);
    }
  }

  /** Somebody other than the doer found the work good. */
  record WorkVerified(CaseId caseId, Optional<Sealed<String>> remarks, EventId completion) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, completion);
    }
  }

  /** Somebody other than the doer found the work wanting. */
  record WorkRejected(CaseId caseId, Optional<Sealed<String>> remarks, EventId completion) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, completion);
    }
  }

  /** The case ended; {@code verification} is the one it rests on, where the work had been verified. */
  record CaseClosed(CaseId caseId, CaseOutcome outcome, Optional<ApprovalId> approval, Optional<EventId> verification)
      implements
        CaseEvent,
        UsesApproval,
        NeedsCompensation {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), approval, verification);
    }
  }

  /**
   * The case was taken up again, for the n-th time; {@code ended} is the closing or declining it undoes.
   */
  record CaseReopened(CaseId caseId, int n, LocalDate dueBy, EventId ended) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, ended);
    }
  }

  /** The case rests until the day, unless it is resumed before. */
  record CaseSuspended(CaseId caseId, LocalDate until, Optional<ApprovalId> approval)
      implements
        CaseEvent,
        UsesApproval {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), approval);
    }
  }

  /** The rest ended before its day. */
  record CaseResumed(CaseId caseId, EventId suspension) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, suspension);
    }
  }

  /** The due date was moved back, for the nth time. */
  record DeadlineExtended(CaseId caseId, LocalDate newDue, int nth, Optional<ApprovalId> approval)
      implements
        CaseEvent,
        UsesApproval {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), approval);
    }
  }

  /** The case was heard at a meeting; {@code holding} is the event by which the meeting was held. */
  record CaseHeard(CaseId caseId, ActivityId activity, Optional<Sealed<String>> resolution, EventId holding)
      implements
        CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(caseId, activity, holding);
    }
  }

  /** Somebody said how the case was handled; {@code closing} is the last one before, if there was any. */
  record CaseRated(
      CaseId caseId,
      Optional<Boolean> reached,
      Optional<Boolean> contacted,
      Optional<Boolean> solved,
      Optional<Integer> satisfied,
      Optional<Sealed<String>> remark,
      Optional<EventId> closing) implements CaseEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(caseId), closing);
    }
  }
}
