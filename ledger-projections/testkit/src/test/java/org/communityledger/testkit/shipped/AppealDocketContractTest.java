package org.communityledger.testkit.shipped;

import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.AppealDocket;
import org.communityledger.projection.cases.AppealRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AppealDocketContractTest extends ProjectionContract<CaseId, AppealRow> {
  @Override
  protected Projection<CaseId, AppealRow> projection() {
    return new AppealDocket();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    AppealHistory.tell(ledger);
  }
}
