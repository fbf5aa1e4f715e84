package org.communityledger.testkit.shipped;

import org.communityledger.projection.Projection;
import org.communityledger.projection.aid.AidByProgramme;
import org.communityledger.projection.aid.AidPart;
import org.communityledger.projection.aid.ProgrammeRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AidByProgrammeContractTest extends ProjectionContract<AidPart, ProgrammeRow> {
  @Override
  protected Projection<AidPart, ProgrammeRow> projection() {
    return new AidByProgramme();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    AidHistory.tell(ledger);
  }
}
