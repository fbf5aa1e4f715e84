package org.communityledger.membership;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Unknown.UnknownHonour;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.membership.HonourEvent.HonourRevoked;
import org.communityledger.membership.HonourRefusal.HonourNotHeld;

/**
 * An honour as it stands.
 *
 * @param granting how it was granted, if it was
 * @param revoked the position of the event that took it back, if one did
 */
record Honour(Optional<Granting> granting, Optional<Long> revoked) {
  private static final Honour NONE = new Honour(Optional.empty(), Optional.empty());

  /** How an honour was granted, and where that stands. */
  record Granting(HonourGranted fact, EventId event, long position) {}

  static Reading<Honour> reading(HonourId id) {
    return Reading.of(Selection.of(id.tag(), HonourEvent.class), NONE, Honour::evolve);
  }

  private static Honour evolve(Honour before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case HonourGranted it -> new Honour(
          Optional.of(new Granting(it, recorded.id(), recorded.position())), Optional.empty());
      case HonourRevoked it -> new Honour(before.granting, Optional.of(recorded.position()));
      default -> before;
    };
  }

  /** Why it cannot be taken back; empty if it can. */
  Optional<Decision> objection(HonourId id) {
    if (granting.isEmpty()) {
      return Optional.of(refuseAbsent(new UnknownHonour(id), Selection.of(id.tag(), HonourEvent.class)));
    }
    return revoked.map(it -> refuse(new HonourNotHeld(id), it));
  }
}
