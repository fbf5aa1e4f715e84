package org.communityledger.testkit.shipped;

import org.communityledger.projection.Projection;
import org.communityledger.projection.records.AuditLine;
import org.communityledger.projection.records.AuditTrail;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AuditTrailContractTest extends ProjectionContract<Long, AuditLine> {
  @Override
  protected Projection<Long, AuditLine> projection() {
    return new AuditTrail();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RecordsHistory.tell(ledger);
  }
}
