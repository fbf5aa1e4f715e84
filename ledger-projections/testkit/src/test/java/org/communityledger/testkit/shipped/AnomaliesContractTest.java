package org.communityledger.testkit.shipped;

import org.communityledger.kernel.Tag;
import org.communityledger.projection.Projection;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Watched;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AnomaliesContractTest extends ProjectionContract<Tag, Watched> {
  @Override
  protected Projection<Tag, Watched> projection() {
    return new Anomalies();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    AnomalyHistory.tell(ledger);
    AnomalyHistory.putRight(ledger);
  }
}
