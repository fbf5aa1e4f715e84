package org.communityledger.projection.cases;

import java.util.Optional;
import org.communityledger.kernel.OrgId;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.PeriodRates;

/** The label for the organisation that took a case up. */
final class Owner {
  private Owner() {}

  /** The figure narrowed down to cases of the owner. */
  static FigureKey in(FigureKey figure, Optional<OrgId> owner) {
    return figure.with("owner", owner.map(OrgId::value).orElse(PeriodRates.NOBODY));
  }
}
