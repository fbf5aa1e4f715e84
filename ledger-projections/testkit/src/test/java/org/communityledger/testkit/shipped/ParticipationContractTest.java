package org.communityledger.testkit.shipped;

import org.communityledger.projection.Projection;
import org.communityledger.projection.activities.Participation;
import org.communityledger.projection.activities.ParticipationRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class ParticipationContractTest extends ProjectionContract<Participation.Part, ParticipationRow> {
  @Override
  protected Projection<Participation.Part, ParticipationRow> projection() {
    return new Participation();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    ActivityHistory.tell(ledger);
  }
}
