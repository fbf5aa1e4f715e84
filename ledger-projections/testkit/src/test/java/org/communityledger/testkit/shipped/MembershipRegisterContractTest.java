package org.communityledger.testkit.shipped;

import org.communityledger.kernel.StandingId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.membership.MembershipRegister;
import org.communityledger.projection.membership.StandingRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class MembershipRegisterContractTest extends ProjectionContract<StandingId, StandingRow> {
  @Override
  protected Projection<StandingId, StandingRow> projection() {
    return new MembershipRegister();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    StandingsHistory.tell(ledger);
  }
}
