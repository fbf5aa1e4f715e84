package org.communityledger.testkit.shipped;

import org.communityledger.kernel.PlaceId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.places.PlaceRegister;
import org.communityledger.projection.places.PlaceRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class PlaceRegisterContractTest extends ProjectionContract<PlaceId, PlaceRow> {
  @Override
  protected Projection<PlaceId, PlaceRow> projection() {
    return new PlaceRegister();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);
  }
}
