package org.communityledger.membership;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Refusal;
import org.communityledger.membership.BondEvent.BondEnded;
import org.communityledger.membership.BondEvent.BondFormed;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.membership.HonourEvent.HonourRevoked;

/**
 * Whether there is room where at most one thing may be: one bond of a kind between the same two, one honour of a title for
 * the same party.
 *
 * @param takenBy what is there, with the position of the event that put it there
 * @param left the event that took something away last
 */
record Vacancy<T extends Id>(Map<T, Long> takenBy, Optional<Overtaken> left) {
  /** Whether the two may be paired. */
  static Reading<Vacancy<BondId>> between(Pair pair) {
    return Reading.of(Selection.of(pair.tag(), BondFormed.class, BondEnded.class), free(), Vacancy::afterBond);
  }

  private static Vacancy<BondId> afterBond(Vacancy<BondId> before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case BondFormed it -> before.taking(it.bond(), recorded);
      case BondEnded it -> before.leaving(it.bond(), recorded);
      default -> before;
    };
  }

  /** Whether the party may be given the title. */
  static Reading<Vacancy<HonourId>> of(Title title) {
    return Reading.of(Selection.of(title.tag(), HonourEvent.class), free(), Vacancy::afterHonour);
  }

  private static Vacancy<HonourId> afterHonour(Vacancy<HonourId> before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case HonourGranted it -> before.taking(it.honour(), recorded);
      case HonourRevoked it -> before.leaving(it.honour(), recorded);
      default -> before;
    };
  }

  private static <T extends Id> Vacancy<T> free() {
    return new Vacancy<>(Map.of(), Optional.empty());
  }

  private Vacancy<T> taking(T thing, RecordedEvent recorded) {
    Map<T, Long> now = new LinkedHashMap<>(takenBy);
    now.put(thing, recorded.position());
    return new Vacancy<>(now, left);
  }

  private Vacancy<T> leaving(T thing, RecordedEvent recorded) {
    Map<T, Long> now = new LinkedHashMap<>(takenBy);
    now.remove(thing);
    return new Vacancy<>(now, Optional.of(Overtaken.of(recorded)));
  }

  /** Why another thing does not go there; empty if there is room. */
  Optional<Decision> objection(Function<T, Refusal> refusal) {
    return takenBy.entrySet().stream().findFirst()
        .map(it -> Decision.refuse(refusal.apply(it.getKey()), it.getValue()));
  }

  /** What made the room; empty if there is none or there was always. */
  Optional<Overtaken> madeBy() {
    return takenBy.isEmpty() ? left : Optional.empty();
  }

  /** The event that made the room. */
  Optional<EventId> after() {
    return madeBy().map(Overtaken::event);
  }
}
