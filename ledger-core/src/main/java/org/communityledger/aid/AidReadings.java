package org.communityledger.aid;

import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;

/** What aid tells other contexts of programmes and of what was given; consents and stock have their own readings. */
public final class AidReadings {
  private AidReadings() {}

  /** Whether the programme was opened. */
  public static Reading<Existence> opened(ProgrammeId programme) {
    return Programme.opened(programme);
  }

  /** Whether the round was opened. */
  public static Reading<Existence> opened(RoundId round) {
    return Round.opened(round);
  }

  /** Whether the entitlement was granted. */
  public static Reading<Existence> granted(EntitlementId entitlement) {
    return Entitlement.granted(entitlement);
  }

  /** Whether the delivery was made, to a party or to a crowd. */
  public static Reading<Existence> made(DeliveryId delivery) {
    return Delivery.made(delivery);
  }
}
