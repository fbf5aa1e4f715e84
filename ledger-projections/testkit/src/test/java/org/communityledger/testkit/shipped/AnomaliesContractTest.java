package org.communityledger.testkit.shipped;

import org.communityledger.projection.Projection;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Anomaly;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AnomaliesContractTest extends ProjectionContract<Anomaly.Key, Anomaly> {
  @Override
  protected Projection<Anomaly.Key, Anomaly> projection() {
    return new Anomalies();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    PartiesHistory.tell(ledger);
  }
}
