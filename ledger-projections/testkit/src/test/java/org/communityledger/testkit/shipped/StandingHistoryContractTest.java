package org.communityledger.testkit.shipped;

import org.communityledger.kernel.StandingId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.membership.StandingHistory;
import org.communityledger.projection.membership.StandingTimeline;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class StandingHistoryContractTest extends ProjectionContract<StandingId, StandingTimeline> {
  @Override
  protected Projection<StandingId, StandingTimeline> projection() {
    return new StandingHistory();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    StandingsHistory.tell(ledger);
  }
}
