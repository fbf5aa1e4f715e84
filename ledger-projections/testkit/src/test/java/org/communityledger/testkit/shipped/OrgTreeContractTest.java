package org.communityledger.testkit.shipped;

import org.communityledger.kernel.OrgId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.parties.OrgRow;
import org.communityledger.projection.parties.OrgTree;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class OrgTreeContractTest extends ProjectionContract<OrgId, OrgRow> {
  @Override
  protected Projection<OrgId, OrgRow> projection() {
    return new OrgTree();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    PartiesHistory.tell(ledger);
  }
}
