package org.communityledger.testkit.shipped;

import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.RatingRow;
import org.communityledger.projection.cases.ThreeRates;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class ThreeRatesContractTest extends ProjectionContract<CaseId, RatingRow> {
  @Override
  protected Projection<CaseId, RatingRow> projection() {
    return new ThreeRates();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RatesHistory.tell(ledger);
  }
}
