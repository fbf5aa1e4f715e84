package org.communityledger.decide;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Unknown;

/**
 * Whether a thing exists in the ledger, and since when.
 *
 * @param unknown the refusal for whoever needs it and it does not exist
 * @param lookedFor what was read to know
 * @param since the position of the event that created it; empty if there is none
 */
public record Existence(Unknown unknown, Selection lookedFor, Optional<Long> since) {
  /** Looks for the event of the type that created the thing. Events that merely carry its tag do not count. */
  public static Reading<Existence> of(Class<? extends Creation> creation, Unknown unknown) {
    Id id = unknown.id();
    Selection selection = Selection.of(id.tag(), creation);
    return Reading.of(selection, new Existence(unknown, selection, Optional.empty()), (found, recorded) -> {
      boolean created = recorded.event() instanceof Creation it && it.created().equals(id);
      return created ? new Existence(unknown, selection, Optional.of(recorded.position())) : found;
    });
  }

  /** The refusal for the first of the things that does not exist; empty if all do. */
  public static Reading<Optional<Decision>> firstMissing(List<Reading<Existence>> things) {
    Reading<Optional<Decision>> none = Reading.known(Optional.empty());
    return things.stream()
        .map(thing -> thing.map(Existence::refusalIfMissing))
        .reduce(none, (one, other) -> one.and(other, (first, second) -> first.isPresent() ? first : second));
  }

  public boolean isKnown() {
    return since.isPresent();
  }

  /** Refuses because it exists already, since that event. */
  public Decision refuseTaken(Refusal taken) {
    return Decision.refuse(taken, since.stream().mapToLong(Long::longValue).toArray());
  }

  /** Refuses because it does not exist; empty if it does. */
  public Optional<Decision> refusalIfMissing() {
    return isKnown() ? Optional.empty() : Optional.of(Decision.refuseAbsent(unknown, lookedFor));
  }
}
