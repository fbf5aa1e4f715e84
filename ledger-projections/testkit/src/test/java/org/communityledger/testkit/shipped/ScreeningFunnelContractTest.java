package org.communityledger.testkit.shipped;

import org.communityledger.projection.Projection;
import org.communityledger.projection.aid.FunnelRow;
import org.communityledger.projection.aid.Participant;
import org.communityledger.projection.aid.ScreeningFunnel;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class ScreeningFunnelContractTest extends ProjectionContract<Participant, FunnelRow> {
  @Override
  protected Projection<Participant, FunnelRow> projection() {
    return new ScreeningFunnel();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    AidHistory.tell(ledger);
  }
}
