package org.communityledger.records;

import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Office;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Tag;
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

  /**
   * Why an approval does not allow an act; empty if it does.
   *
   * @param act the stored name of the command
   * @param target the tag of what it is done to
   */
  public static Reading<Optional<Decision>> objection(ApprovalId id, String act, Tag target, Header header) {
    return given(id).map(it -> it.objection(act, target, header));
  }

  /** An approval as it stands, where a command may also cite none. */
  public static Reading<Approval> given(Optional<ApprovalId> id) {
    return id.map(ApprovalReadings::given).orElse(Reading.known(Approval.cited(id)));
  }
}
