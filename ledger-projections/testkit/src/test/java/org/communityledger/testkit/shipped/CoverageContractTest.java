package org.communityledger.testkit.shipped;

import org.communityledger.kernel.FrameId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.places.Coverage;
import org.communityledger.projection.places.FrameRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class CoverageContractTest extends ProjectionContract<FrameId, FrameRow> {
  @Override
  protected Projection<FrameId, FrameRow> projection() {
    return new Coverage();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);
  }
}
