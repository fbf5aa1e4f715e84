package org.communityledger.testkit.shipped;

import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.DueRow;
import org.communityledger.projection.cases.SlaBreaches;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class SlaBreachesContractTest extends ProjectionContract<CaseId, DueRow> {
  @Override
  protected Projection<CaseId, DueRow> projection() {
    return new SlaBreaches();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RatesHistory.tell(ledger);
  }
}
