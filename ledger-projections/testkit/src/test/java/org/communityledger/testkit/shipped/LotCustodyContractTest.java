package org.communityledger.testkit.shipped;

import org.communityledger.kernel.LotId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.aid.CustodyRow;
import org.communityledger.projection.aid.LotCustody;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class LotCustodyContractTest extends ProjectionContract<LotId, CustodyRow> {
  @Override
  protected Projection<LotId, CustodyRow> projection() {
    return new LotCustody();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    StockHistory.tell(ledger);
  }
}
