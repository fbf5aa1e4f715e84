package org.communityledger.axon;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.communityledger.kernel.Header;

/**
 * The ledger's time: a clock, and the zone whose days it counts.
 *
 * @param clock gives the time of recording
 * @param zone fixed when the ledger was founded
 */
public record LedgerClock(InstantSource clock, ZoneId zone) {
  /** The header, stamped with today. */
  public Header stamp(Header header) {
    return header.stamped(LocalDate.ofInstant(clock.instant(), zone), zone);
  }
}
