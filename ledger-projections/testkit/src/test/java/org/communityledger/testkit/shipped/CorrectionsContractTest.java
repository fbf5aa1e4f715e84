package org.communityledger.testkit.shipped;

import org.communityledger.projection.Projection;
import org.communityledger.projection.records.Correction;
import org.communityledger.projection.records.Corrections;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class CorrectionsContractTest extends ProjectionContract<Correction.Key, Correction> {
  @Override
  protected Projection<Correction.Key, Correction> projection() {
    return new Corrections();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    CaseHistory.tell(ledger);
  }
}
