package org.communityledger.testkit.shipped;

import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.StageDurations;
import org.communityledger.projection.cases.StageRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class StageDurationsContractTest extends ProjectionContract<CaseId, StageRow> {
  @Override
  protected Projection<CaseId, StageRow> projection() {
    return new StageDurations();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RatesHistory.tell(ledger);
  }
}
