package org.communityledger.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.Unit;

/**
 * What can be asked about one case. Words are code words; free text and photos are sealed under the key of the case, and
 * so is the header's reason.
 */
public sealed interface CaseCommand extends About, Personal {
  CaseId caseId();

  @Override
  default SealedFor sealedFor(String member) {
    return CasePurpose.of(caseId());
  }

  @Override
  default Id subject() {
    return caseId();
  }

  /**
   * Reports a matter.
   *
   * @param narrative what it is, in plain words
   * @param affects how many persons or households it concerns
   */
  record ReportCase(
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
      Optional<Tally> affects) implements CaseCommand {
    public ReportCase {
      Texts.code("category", category);
      Wording.check("narrative", narrative);
      affects.map(Tally::unit).filter(it -> !it.equals(Unit.PERSON) && !it.equals(Unit.HOUSEHOLD)).ifPresent(it -> {
        throw new IllegalArgumentException("affects counts PERSON or HOUSEHOLD, not " + it);
      });
    }

    /** A report without extent, narrative, reporter, photos or number of those affected. */
    public static ReportCase of(
        CaseId caseId,
        CaseKind kind,
        String category,
        PlaceId place,
        Severity severity,
        Channel channel) {
      return new ReportCase(caseId, kind, category, place, Optional.empty(), severity, Optional.empty(),
          Optional.empty(), channel, Optional.empty(), Optional.empty());
    }

    /** The same report told in these words, which are sealed when the command is recorded. */
    public ReportCase telling(String words) {
      return new ReportCase(caseId, kind, category, place, extent, severity, Optional.of(Sealed.of(words)), reporter,
          channel, photos, affects);
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

  /** Records that the matter was looked into, and what was found. */
  record RecordSurvey(CaseId caseId, Optional<Sealed<String>> findings) implements CaseCommand {
    public RecordSurvey {
      Wording.check("findings", findings);
    }

    /** A survey whose findings are not told. */
    public static RecordSurvey of(CaseId caseId) {
      return new RecordSurvey(caseId, Optional.empty());
    }
  }

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

  /** Gives the assignment back, or takes it back. The header gives the reason. */
  record ReturnAssignment(CaseId caseId) implements CaseCommand {}

  /** Begins the work. */
  record StartWork(CaseId caseId) implements CaseCommand {}

  /** Says that the work is done, by whom and how much of it. */
  record CompleteWork(
      CaseId caseId,
      Party doer,
      Optional<Tally> scopeDone,
      Extent extent,
      Optional<Tally> effort,
      Optional<Sealed<Photos>> photos) implements CaseCommand {
    /** A completion without photos. */
    public static CompleteWork of(
        CaseId caseId,
        Party doer,
        Optional<Tally> scopeDone,
        Extent extent,
        Optional<Tally> effort) {
      return new CompleteWork(caseId, doer, scopeDone, extent, effort, Optional.empty());
    }
  }

  /** Checks the work; the verifier is the header's actor. */
  record VerifyWork(CaseId caseId, boolean passed, Optional<Sealed<String>> remarks) implements CaseCommand {
    public VerifyWork {
      Wording.check("remarks", remarks);
    }

    /** A verification without remarks. */
    public static VerifyWork of(CaseId caseId, boolean passed) {
      return new VerifyWork(caseId, passed, Optional.empty());
    }
  }

  /** Ends the case. {@code NOT_FIXED} and {@code WITHDRAWN} need a reason in the header and an approval. */
  record CloseCase(CaseId caseId, CaseOutcome outcome, Optional<ApprovalId> approval) implements CaseCommand {}

  /** Takes a closed or declined case up again, due on another day. The header gives the reason. */
  record ReopenCase(CaseId caseId, LocalDate dueBy) implements CaseCommand {}

  /** Lets the case rest until a day. */
  record SuspendCase(CaseId caseId, LocalDate until, ApprovalId approval) implements CaseCommand {}

  /** Ends the rest before its day. */
  record ResumeCase(CaseId caseId) implements CaseCommand {}

  /** Moves the due date back. */
  record ExtendDeadline(CaseId caseId, LocalDate newDue, ApprovalId approval) implements CaseCommand {}

  /** Says that the case was heard at a meeting, and what came of it. */
  record HearCase(CaseId caseId, ActivityId activity, Optional<Sealed<String>> resolution) implements CaseCommand {
    public HearCase {
      Wording.check("resolution", resolution);
    }

    /** A hearing whose resolution is not told. */
    public static HearCase of(CaseId caseId, ActivityId activity) {
      return new HearCase(caseId, activity, Optional.empty());
    }
  }

  /** Records what the reporter says about the handling; what was not said or asked is empty. */
  record RateCase(
      CaseId caseId,
      Optional<Boolean> reached,
      Optional<Boolean> contacted,
      Optional<Boolean> solved,
      Optional<Integer> satisfied,
      Optional<Sealed<String>> remark) implements CaseCommand {
    public RateCase {
      Wording.check("remark", remark);
      satisfied.filter(it -> it < 1 || it > 5).ifPresent(it -> {
        throw new IllegalArgumentException("satisfied is 1 to 5, not " + it);
      });
    }

    /** A rating without a remark. */
    public static RateCase of(
        CaseId caseId,
        Optional<Boolean> reached,
        Optional<Boolean> contacted,
        Optional<Boolean> solved,
        Optional<Integer> satisfied) {
      return new RateCase(caseId, reached, contacted, solved, satisfied, Optional.empty());
    }
  }
}
