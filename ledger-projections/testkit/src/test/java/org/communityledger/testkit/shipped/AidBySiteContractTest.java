package org.communityledger.testkit.shipped;

import org.communityledger.kernel.SiteId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.aid.AidBySite;
import org.communityledger.projection.aid.SiteAidRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AidBySiteContractTest extends ProjectionContract<SiteId, SiteAidRow> {
  @Override
  protected Projection<SiteId, SiteAidRow> projection() {
    return new AidBySite();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    AidHistory.tell(ledger);
  }
}
