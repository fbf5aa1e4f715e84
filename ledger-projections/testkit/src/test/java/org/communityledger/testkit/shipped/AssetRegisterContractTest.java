package org.communityledger.testkit.shipped;

import org.communityledger.kernel.AssetId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.places.AssetRegister;
import org.communityledger.projection.places.AssetRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AssetRegisterContractTest extends ProjectionContract<AssetId, AssetRow> {
  @Override
  protected Projection<AssetId, AssetRow> projection() {
    return new AssetRegister();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);
  }
}
