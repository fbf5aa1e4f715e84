package org.communityledger.records;

import java.util.Optional;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.UsesApproval;
import org.communityledger.records.RecordsEvent.ApprovalGiven;

/** What records tell other contexts about approvals. */
public final class ApprovalReadings {
  private ApprovalReadings() {}

  /** An approval as it stands. */
  public static Reading<Approval> given(ApprovalId id) {
    return Reading.of(Selection.of(id.tag(), ApprovalGiven.class, UsesApproval.class), Approval.cited(Optional.of(id)),
        Approval::evolve);
  }

  /** An approval as it stands, where a command may also cite none. */
  public static Reading<Approval> given(Optional<ApprovalId> id) {
    return id.map(ApprovalReadings::given).orElse(Reading.known(Approval.cited(id)));
  }
}
