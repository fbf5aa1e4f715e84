package org.communityledger.kernel;

import java.time.ZoneId;
import java.util.Set;

/**
 * The first event of every ledger, at position 0, written by the door. It cannot be taken back.
 *
 * @param origin the ledger's name for outsiders, a schema-less URL; the {@code source} of every stored line
 * @param zone the time zone whose days the ledger counts; fixed for ever
 */
public record LedgerFounded(String origin, ZoneId zone) implements NeedsCompensation {
  @Override
  public Set<Tag> tags() {
    return Set.of();
  }
}
