package org.communityledger.cases;

import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.SealedFor;

/** All texts and photos of a case are kept for one purpose, so that moderation forgets them together. */
final class CasePurpose {
  private CasePurpose() {}

  static SealedFor of(CaseId caseId) {
    return SealedFor.of(caseId, "CASE");
  }
}
