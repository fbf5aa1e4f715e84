package org.communityledger.testkit.shipped;

import org.communityledger.projection.Projection;
import org.communityledger.projection.records.Attestations;
import org.communityledger.projection.records.AttestedFigure;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AttestationsContractTest extends ProjectionContract<String, AttestedFigure> {
  @Override
  protected Projection<String, AttestedFigure> projection() {
    return new Attestations();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RecordsHistory.tell(ledger);
  }
}
