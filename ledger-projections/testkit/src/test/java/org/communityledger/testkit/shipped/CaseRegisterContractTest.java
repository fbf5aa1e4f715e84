package org.communityledger.testkit.shipped;

import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class CaseRegisterContractTest extends ProjectionContract<CaseId, CaseRow> {
  @Override
  protected Projection<CaseId, CaseRow> projection() {
    return new CaseRegister();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    CaseHistory.tell(ledger);
  }
}
