package org.communityledger.projection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.kernel.Ratio;

/**
 * A rate with the day for which it is true.
 *
 * @param ratio part and whole, and what the whole means
 * @param asOf the day
 */
public record Rate(Ratio ratio, LocalDate asOf) {
  /** To be shown: the percentage, rounded half-up to two places; empty where part or whole is in doubt or there is none. */
  public Optional<BigDecimal> percentage() {
    return ratio.percentage();
  }
}
