package org.communityledger.testkit.shipped;

import org.communityledger.kernel.PersonId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.membership.ApplicantRow;
import org.communityledger.projection.membership.Applicants;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class ApplicantsContractTest extends ProjectionContract<PersonId, ApplicantRow> {
  @Override
  protected Projection<PersonId, ApplicantRow> projection() {
    return new Applicants();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    StandingsHistory.tell(ledger);
  }
}
