package org.communityledger.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of a whole that says what the whole is.
 *
 * @param part the part
 * @param whole the whole
 * @param wholeMeans what the whole counts, in words
 */
public record Ratio(Tally part, Tally whole, String wholeMeans) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Ratio {
    Texts.check("wholeMeans", wholeMeans, 100);
  }

  /** The percentage, rounded half-up to two places; empty unless both are exact and the whole is above 0. */
  public Optional<BigDecimal> percentage() {
    if (!part.isExact() || !whole.isExact() || whole.lower() == 0) {
      return Optional.empty();
    }
    return Optional.of(BigDecimal.valueOf(part.lower()).multiply(HUNDRED)
        .divide(BigDecimal.valueOf(whole.lower()), 2, RoundingMode.HALF_UP));
  }
}
