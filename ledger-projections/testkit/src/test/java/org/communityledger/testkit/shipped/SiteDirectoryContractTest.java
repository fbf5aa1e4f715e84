package org.communityledger.testkit.shipped;

import org.communityledger.kernel.SiteId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.places.SiteDirectory;
import org.communityledger.projection.places.SiteRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class SiteDirectoryContractTest extends ProjectionContract<SiteId, SiteRow> {
  @Override
  protected Projection<SiteId, SiteRow> projection() {
    return new SiteDirectory();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);
  }
}
