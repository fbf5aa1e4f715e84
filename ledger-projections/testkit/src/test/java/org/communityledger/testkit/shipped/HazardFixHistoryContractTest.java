package org.communityledger.testkit.shipped;

import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class HazardFixHistoryContractTest extends ProjectionContract<CaseId, CaseTimeline> {
  @Override
  protected Projection<CaseId, CaseTimeline> projection() {
    return new HazardFixHistory();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    CaseHistory.tell(ledger);
  }
}
