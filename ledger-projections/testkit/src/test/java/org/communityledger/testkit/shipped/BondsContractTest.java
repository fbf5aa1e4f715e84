package org.communityledger.testkit.shipped;

import org.communityledger.kernel.BondId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.membership.BondRow;
import org.communityledger.projection.membership.Bonds;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class BondsContractTest extends ProjectionContract<BondId, BondRow> {
  @Override
  protected Projection<BondId, BondRow> projection() {
    return new Bonds();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RolesHistory.tell(ledger);
  }
}
