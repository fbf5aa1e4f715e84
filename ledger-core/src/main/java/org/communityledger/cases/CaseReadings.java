package org.communityledger.cases;

import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityReadings;
import org.communityledger.activities.Meeting;
import org.communityledger.cases.CaseCommand.HearCase;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Unknown.UnknownCase;
import org.communityledger.parties.PartyReadings;
import org.communityledger.records.Approval;
import org.communityledger.records.ApprovalReadings;

/** What cases tell other contexts, and what their own rules read. */
public final class CaseReadings {
  private CaseReadings() {}

  /** Whether the case is reported. */
  public static Reading<Existence> reported(CaseId id) {
    return Existence.of(CaseReported.class, new UnknownCase(id));
  }

  /** The case that the command is about. */
  static Reading<Case> ofCase(CaseCommand command) {
    return ofCase(command.caseId());
  }

  static Reading<Case> ofCase(CaseId id) {
    return Reading.of(Selection.of(id.tag(), CaseEvent.class), Case.unreported(id), Case::evolve);
  }

  static Reading<WithParty> withParty(CaseCommand command, Optional<? extends Party> party) {
    List<Reading<Existence>> needs = party.stream().<Reading<Existence>>map(PartyReadings::registered).toList();
    return ofCase(command).and(Existence.firstMissing(needs), WithParty::new);
  }

  static Reading<WithApproval> withApproval(CaseCommand command, Optional<ApprovalId> approval) {
    return ofCase(command).and(ApprovalReadings.given(approval), WithApproval::new);
  }

  static Reading<WithMeeting> withMeeting(HearCase command) {
    return ofCase(command).and(ActivityReadings.meetingHeld(command.activity()), WithMeeting::new);
  }

  /** A case, and the activity at which it is said to have been heard. */
  record WithMeeting(Case found, Meeting meeting) {}

  /** A case, and the refusal for a party named in the command if that party is not registered. */
  record WithParty(Case found, Optional<Decision> missing) {}

  /** A case, and the approval cited in the command. */
  record WithApproval(Case found, Approval approval) {}
}
