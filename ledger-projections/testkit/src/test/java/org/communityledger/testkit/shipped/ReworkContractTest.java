package org.communityledger.testkit.shipped;

import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.Rework;
import org.communityledger.projection.cases.ReworkRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class ReworkContractTest extends ProjectionContract<CaseId, ReworkRow> {
  @Override
  protected Projection<CaseId, ReworkRow> projection() {
    return new Rework();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RatesHistory.tell(ledger);
  }
}
