package org.communityledger.testkit.shipped;

import org.communityledger.kernel.ActivityId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.ActivityRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class ActivityLogContractTest extends ProjectionContract<ActivityId, ActivityRow> {
  @Override
  protected Projection<ActivityId, ActivityRow> projection() {
    return new ActivityLog();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    ActivityHistory.tell(ledger);
    ActivityHistory.correctTheLeaflets(ledger);
  }
}
