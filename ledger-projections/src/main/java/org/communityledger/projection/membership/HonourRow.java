package org.communityledger.projection.membership;

import java.util.Optional;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.When;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.projection.Happening;

/**
 * An honour as it stands.
 *
 * @param honour the honour
 * @param title what it is for
 * @param to who has it
 * @param by who granted it
 * @param form in which form
 * @param granted when, no more exact than stated
 * @param revoked when it was taken back, if it was
 * @param position the position of the last event about it
 */
public record HonourRow(
    HonourId honour,
    String title,
    Party to,
    Party by,
    String form,
    When granted,
    Optional<When> revoked,
    long position) {
  static HonourRow of(HonourGranted it, Happening happening) {
    return new HonourRow(it.honour(), it.title(), it.to(), it.by(), it.form(), happening.occurred(), Optional.empty(),
        happening.recorded().position());
  }

  HonourRow revoked(Happening happening) {
    return new HonourRow(honour, title, to, by, form, granted, Optional.of(happening.occurred()),
        Math.max(position, happening.recorded().position()));
  }

  public boolean isInForce() {
    return revoked.isEmpty();
  }
}
