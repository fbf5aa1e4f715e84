package org.communityledger.aid;

import org.communityledger.kernel.Party;
import org.communityledger.kernel.SealedFor;

/** What personal values of aid are sealed for: always those of the party, so that they are forgotten with it. */
final class AidPurpose {
  private AidPurpose() {}

  /** Who takes part in what, and what was found about their health. */
  static SealedFor ofConsent(Party party) {
    return SealedFor.of(party, "HEALTH");
  }

  static SealedFor ofFinding(Party party) {
    return SealedFor.of(party, "HEALTH");
  }

  /** Why somebody may have something. */
  static SealedFor ofEntitlement(Party party) {
    return SealedFor.of(party, "AID");
  }
}
