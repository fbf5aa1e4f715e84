package org.communityledger.testkit;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;

/** The leaning wall and the people around it. */
final class Wall {
  static final CaseId WALL = new CaseId("wall");
  static final CaseId RAILING = new CaseId("railing");
  static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  static final OrgId OFFICE = new OrgId("kaiyuan");
  static final OrgId GUODONG = new OrgId("guodong");
  static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk").onBehalfOf(OFFICE);
  static final Actor FOREMAN = Actor.of(new PersonId("foreman"), "foreman").onBehalfOf(GUODONG);
  static final LocalDate JULY_19 = LocalDate.of(2024, 7, 19);
  static final LocalDate AUGUST_5 = LocalDate.of(2024, 8, 5);

  private Wall() {}

  static CaseReported reported(CaseId id) {
    return new CaseReported(id, CaseKind.HAZARD, "leaning-wall", ESTATE, Optional.empty(), Severity.HIGH,
        Optional.empty(), Channel.PATROL, Optional.empty());
  }

  static CaseAccepted accepted(CaseId id) {
    return new CaseAccepted(id, OFFICE, Optional.empty(), Optional.empty());
  }

  static CaseAssigned assigned(CaseId id, String acceptance) {
    return new CaseAssigned(id, GUODONG, "repair", Optional.empty(), Optional.of(EventId.parse(acceptance)));
  }

  static WorkCompleted completed(CaseId id, String assignment) {
    return new WorkCompleted(id, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty(), EventId.parse(assignment));
  }
}
