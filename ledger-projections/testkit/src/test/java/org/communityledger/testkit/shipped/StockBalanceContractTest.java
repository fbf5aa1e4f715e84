package org.communityledger.testkit.shipped;

import org.communityledger.kernel.LotId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.aid.LotRow;
import org.communityledger.projection.aid.StockBalance;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class StockBalanceContractTest extends ProjectionContract<LotId, LotRow> {
  @Override
  protected Projection<LotId, LotRow> projection() {
    return new StockBalance();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    StockHistory.tell(ledger);
  }
}
