package org.communityledger.testkit.shipped;

import org.communityledger.kernel.Tag;
import org.communityledger.projection.Projection;
import org.communityledger.projection.records.ErasureRegister;
import org.communityledger.projection.records.Forgetting;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class ErasureRegisterContractTest extends ProjectionContract<Tag, Forgetting> {
  @Override
  protected Projection<Tag, Forgetting> projection() {
    return new ErasureRegister();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RecordsHistory.tell(ledger);
  }
}
