package org.communityledger.testkit.shipped;

import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.AgeRow;
import org.communityledger.projection.cases.OpenByAge;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class OpenByAgeContractTest extends ProjectionContract<CaseId, AgeRow> {
  @Override
  protected Projection<CaseId, AgeRow> projection() {
    return new OpenByAge();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RatesHistory.tell(ledger);
  }
}
