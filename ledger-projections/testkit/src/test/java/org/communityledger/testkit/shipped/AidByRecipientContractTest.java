package org.communityledger.testkit.shipped;

import org.communityledger.projection.Projection;
import org.communityledger.projection.aid.AidByRecipient;
import org.communityledger.projection.aid.Recipient;
import org.communityledger.projection.aid.RecipientRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AidByRecipientContractTest extends ProjectionContract<Recipient, RecipientRow> {
  @Override
  protected Projection<Recipient, RecipientRow> projection() {
    return new AidByRecipient();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    AidHistory.tell(ledger);
  }
}
