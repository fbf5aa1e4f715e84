package org.communityledger.membership;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Unknown.UnknownBond;
import org.communityledger.kernel.When;
import org.communityledger.membership.BondEvent.BondEnded;
import org.communityledger.membership.BondEvent.BondFormed;
import org.communityledger.membership.BondRefusal.BondClosed;

/**
 * A bond as it stands.
 *
 * @param id the bond
 * @param forming how it was formed, if it was
 * @param ending how it ended, if it did
 */
record Bond(BondId id, Optional<Forming> forming, Optional<Ending> ending) {
  /** How a bond was formed, and where that stands. */
  record Forming(BondFormed fact, EventId event, long position) {}

  /** When a bond ended, and where that stands. */
  record Ending(When on, long position) {}

  /** The bond, without its contacts: those who log them do not wait in turn. */
  static Reading<Bond> reading(BondId id) {
    return Reading.of(Selection.of(id.tag(), BondFormed.class, BondEnded.class),
        new Bond(id, Optional.empty(), Optional.empty()), Bond::evolve);
  }

  private static Bond evolve(Bond before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case BondFormed it -> new Bond(before.id,
          Optional.of(new Forming(it, recorded.id(), recorded.position())), before.ending);
      case BondEnded it -> new Bond(before.id, before.forming,
          Optional.of(new Ending(recorded.header().occurred(), recorded.position())));
      default -> before;
    };
  }

  Decision refuseUnknown() {
    return refuseAbsent(new UnknownBond(id), Selection.of(id.tag(), BondFormed.class));
  }

  /** Why it is over for good; empty if it is open. */
  Optional<Decision> closed() {
    return ending.map(it -> refuse(new BondClosed(id), it.position()));
  }

  /** Why it is over for what happened then: it had ended. What may have been before the end is still part of it. */
  Optional<Decision> closedBy(When when) {
    return ending.filter(it -> !mayPrecede(when, it.on())).flatMap(it -> closed());
  }

  private static boolean mayPrecede(When one, When other) {
    if (one.instant().isPresent() && other.instant().isPresent()) return one.isSurelyBefore(other);
    Optional<LocalDate> first = one.earliest();
    Optional<LocalDate> last = other.latest();
    return first.isEmpty() || last.isEmpty() || first.get().isBefore(last.get());
  }
}
