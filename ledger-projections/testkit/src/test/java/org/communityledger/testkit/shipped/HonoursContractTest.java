package org.communityledger.testkit.shipped;

import org.communityledger.kernel.HonourId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.membership.HonourRow;
import org.communityledger.projection.membership.Honours;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class HonoursContractTest extends ProjectionContract<HonourId, HonourRow> {
  @Override
  protected Projection<HonourId, HonourRow> projection() {
    return new Honours();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RolesHistory.tell(ledger);
  }
}
