package org.communityledger.testkit.shipped;

import org.communityledger.kernel.PersonId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.parties.HouseholdsByPerson;
import org.communityledger.projection.parties.PersonRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class HouseholdsByPersonContractTest extends ProjectionContract<PersonId, PersonRow> {
  @Override
  protected Projection<PersonId, PersonRow> projection() {
    return new HouseholdsByPerson();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    PartiesHistory.tell(ledger);
  }
}
