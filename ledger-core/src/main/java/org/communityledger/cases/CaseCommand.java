package org.communityledger.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.Unit;

/** What can be asked about one case. Words are code words; free text waits until it can be sealed. */
public sealed interface CaseCommand extends About {
  CaseId caseId();

  @Override
  default Id subject() {
    return caseId();
  }

  /** Reports a matter. {@code affects} counts persons or households. */
  record ReportCase(
      CaseId caseId,
      CaseKind kind,
      String category,
      PlaceId place,
      Optional<Tally> extent,
      Severity severity,
      Optional<Party> reporter,
      Channel channel,
      Optional<Tally> affects) implements CaseCommand {
    public ReportCase {
      Texts.code("category", category);
      affects.map(Tally::unit).filter(it -> !it.equals(Unit.PERSON) && !it.equals(Unit.HOUSEHOLD)).ifPresent(it -> {
        throw new IllegalArgumentException("affects counts PERSON or HOUSEHOLD, not " + it);
      });
    }

    /** A report without extent, reporter or number of those affected. */
    public static ReportCase of(
        CaseId caseId,
        CaseKind kind,
        String category,
        PlaceId place,
        Severity severity,
        Channel channel) {
      return new ReportCase(caseId, kind, category, place, Optional.empty(), severity, Optional.empty(), channel,
          Optional.empty());
    }
  }

  /** Takes the case up; the policy, if one is named, gives the due date. */
  record AcceptCase(CaseId caseId, OrgId owner, Optional<PolicyId> slaPolicy) implements CaseCommand {}

  /** Does not take the case up. */
  record DeclineCase(CaseId caseId, DeclineGround why, Optional<OrgId> referTo) implements CaseCommand {}

  /** Says that the case is the same matter as another one. */
  record MarkDuplicate(CaseId caseId, CaseId of) implements CaseCommand {}

  /** Says that it is a matter of its own after all. */
  record UnmarkDuplicate(CaseId caseId) implements CaseCommand {}

  /** Makes the matter less dangerous for the time being. */
  record TakeInterimMeasure(CaseId caseId, String measure) implements CaseCommand {
    public TakeInterimMeasure {
      Texts.code("measure", measure);
    }
  }

  /** Records that the matter was looked into. */
  record RecordSurvey(CaseId caseId) implements CaseCommand {}

  /** Agrees what is to be done, on a part or the whole of the matter. */
  record AgreePlan(
      CaseId caseId,
      List<String> measures,
      Optional<Tally> scope,
      Extent extent,
      Optional<Party> agreedBy) implements CaseCommand {
    public AgreePlan {
      measures = List.copyOf(measures);
      measures.forEach(it -> Texts.code("measure", it));
      if (extent == Extent.UNKNOWN) {
        throw new IllegalArgumentException("A plan is for a PART or the WHOLE of the matter");
      }
    }
  }

  /** Gives the matter to somebody to be done. {@code dueBy} is the day asked of the doer, not the case's due date. */
  record AssignCase(CaseId caseId, Party doer, String task, Optional<LocalDate> dueBy) implements CaseCommand {
    public AssignCase {
      Texts.code("task", task);
    }
  }

  /** Gives the assignment back, or takes it back. */
  record ReturnAssignment(CaseId caseId) implements CaseCommand {}

  /** Begins the work. */
  record StartWork(CaseId caseId) implements CaseCommand {}

  /** Says that the work is done, by whom and how much of it. */
  record CompleteWork(CaseId caseId, Party doer, Optional<Tally> scopeDone, Extent extent, Optional<Tally> effort)
      implements
        CaseCommand {}

  /** Checks the work; the verifier is the header's actor. */
  record VerifyWork(CaseId caseId, boolean passed) implements CaseCommand {}

  /** Ends the case. {@code NOT_FIXED} and {@code WITHDRAWN} need an approval. */
  record CloseCase(CaseId caseId, CaseOutcome outcome, Optional<ApprovalId> approval) implements CaseCommand {}

  /** Takes a closed or declined case up again, due on another day. */
  record ReopenCase(CaseId caseId, LocalDate dueBy) implements CaseCommand {}

  /** Lets the case rest until a day. */
  record SuspendCase(CaseId caseId, LocalDate until, ApprovalId approval) implements CaseCommand {}

  /** Ends the rest before its day. */
  record ResumeCase(CaseId caseId) implements CaseCommand {}

  /** Moves the due date back. */
  record ExtendDeadline(CaseId caseId, LocalDate newDue, ApprovalId approval) implements CaseCommand {}

  /** Records what the reporter says about the handling; what was not said or asked is empty. */
  record RateCase(
      CaseId caseId,
      Optional<Boolean> reached,
      Optional<Boolean> contacted,
      Optional<Boolean> solved,
      Optional<Integer> satisfied) implements CaseCommand {
    public RateCase {
      satisfied.filter(it -> it < 1 || it > 5).ifPresent(it -> {
        throw new IllegalArgumentException("satisfied is 1 to 5, not " + it);
      });
    }
  }
}
