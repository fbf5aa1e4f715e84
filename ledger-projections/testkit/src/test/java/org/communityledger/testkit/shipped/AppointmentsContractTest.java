package org.communityledger.testkit.shipped;

import org.communityledger.kernel.AppointmentId;
import org.communityledger.projection.Projection;
import org.communityledger.projection.membership.AppointmentRow;
import org.communityledger.projection.membership.Appointments;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.ProjectionContract;

class AppointmentsContractTest extends ProjectionContract<AppointmentId, AppointmentRow> {
  @Override
  protected Projection<AppointmentId, AppointmentRow> projection() {
    return new Appointments();
  }

  @Override
  protected void history(LedgerScenario ledger) {
    RolesHistory.tell(ledger);
  }
}
