package org.communityledger.records;

import java.util.Optional;
import org.communityledger.decide.Office;
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
    Reading<Approval> approval = Reading.of(Selection.of(id.tag(), ApprovalGiven.class, UsesApproval.class),
        Approval.cited(Optional.of(id)), Approval::evolve);
    return approval.then(it -> it.given().map(given -> Office.of(given.by().who()).map(it::knowing))
        .orElse(Reading.known(it)));
  }

  /** An approval as it stands, where a command may also cite none. */
  public static Reading<Approval> given(Optional<ApprovalId> id) {
    return id.map(ApprovalReadings::given).orElse(Reading.known(Approval.cited(id)));
  }
}
