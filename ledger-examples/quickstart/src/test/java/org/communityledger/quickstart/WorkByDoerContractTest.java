package org.communityledger.quickstart;

import static org.communityledger.quickstart.WorkByDoerTest.GUODONG;
import static org.communityledger.quickstart.WorkByDoerTest.JULY_19;
import static org.communityledger.quickstart.WorkByDoerTest.OFFICE;
import static org.communityledger.quickstart.WorkByDoerTest.WALL;

import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.Extent;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.When;
import org.communityledger.projection.Projection;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class WorkByDoerContractTest extends ProjectionContract<Party, WorkByDoer.Row> {
  @Override
  protected Projection<Party, WorkByDoer.Row> projection() {
    return new WorkByDoer();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    ledger.at(JULY_19).given(assigned(GUODONG)).given(assigned(OFFICE), completed(OFFICE, "c2.0"));
    ledger.occurred(When.notAfter(JULY_19.minusDays(3))).given(completed(GUODONG, "c1.0"), completed(GUODONG, "c1.0"));
    ledger.at(JULY_19.plusDays(1)).given(new EventRetracted(EventId.parse("c3.1"), Optional.empty(),
        List.of(WALL.tag(), GUODONG.tag())));
  }

  private static CaseAssigned assigned(OrgId doer) {
    return new CaseAssigned(WALL, doer, "repair", Optional.empty(), Optional.empty());
  }

  private static WorkCompleted completed(OrgId doer, String assignment) {
    return new WorkCompleted(WALL, doer, Optional.empty(), Extent.WHOLE, Optional.empty(), EventId.parse(assignment));
  }
}
