package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;

/**
 * Since when there is something to do about a case.
 *
 * @param caseId the case
 * @param kind what sort of matter it is
 * @param place where it is
 * @param owner the organisation that accepted it
 * @param reported when it was reported; where that has no last possible day, it is the day of recording
 * @param progress how far it has come
 */
public record AgeRow(
    CaseId caseId,
    CaseKind kind,
    PlaceId place,
    Optional<OrgId> owner,
    When reported,
    CaseProgress progress) {
  static AgeRow of(CaseReported report, Happening happening) {
    return new AgeRow(report.caseId(), report.kind(), report.place(), Optional.empty(), happening.bounded(),
        CaseProgress.START);
  }

  AgeRow after(CaseEvent event) {
    Optional<OrgId> by = event instanceof CaseAccepted it ? Optional.of(it.owner()) : owner;
    CaseProgress after = progress.after(event);
    return by.equals(owner) && after.equals(progress) ? this : new AgeRow(caseId, kind, place, by, reported, after);
  }

  /** Whether there is still something to do; a suspended case is open. */
  public boolean isOpen() {
    return switch (progress.stage()) {
      case REPORTED, ACCEPTED, ASSIGNED, WORKING, DONE, VERIFIED, SUSPENDED -> true;
      case CLOSED, DECLINED, DUPLICATE -> false;
    };
  }

  /** How many days ago it was reported on that day; empty unless it is open, and was reported by then for all one knows. */
  public Optional<Span> age(LocalDate day) {
    return isOpen() && !reported.isSurelyAfter(day) ? Optional.of(reported.until(When.on(day))) : Optional.empty();
  }
}
